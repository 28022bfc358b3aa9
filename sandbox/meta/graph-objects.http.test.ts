import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createKernel } from '../kernel.ts'
import { createMeta } from './create-meta.ts'
import type { Fields } from './fields.ts'
import { openTestBench, type TestBench, testApp } from './open-test-bench.ts'

describe('the objects of Graph', () => {
  let bench: TestBench
  let now = Date.now()
  beforeAll(async () => {
    bench = await openTestBench({ now: () => now })
  })
  afterAll(() => bench.close())
  const bearer = { authorization: `Bearer ${testApp.accessToken}` }
  const upload = (parts: Record<string, string | File>) => {
    const body = new FormData()
    for (const [name, part] of Object.entries(parts)) body.set(name, part)
    return bench.graph(`/${testApp.phoneNumberId}/media`, undefined, {
      method: 'POST',
      body,
      headers: bearer,
    })
  }
  const picture = (bytes = 'picture') => new File([bytes], 'a.png', { type: 'image/png' })

  it('shows the wanted fields of a number, its account and its templates', async () => {
    const number = await bench.graph(`/${testApp.phoneNumberId}?fields=verified_name,quality_rating`)
    expect(Object.keys(number.json).sort()).toEqual(['id', 'quality_rating', 'verified_name'])
    const numbers = await bench.graph(`/${testApp.wabaId}/phone_numbers`)
    expect(numbers.json.data).toMatchObject([
      { id: testApp.phoneNumberId, display_phone_number: '+44 7700 900001' },
    ])
    const templates = await bench.graph(`/${testApp.wabaId}/message_templates?name=pick_up_again&limit=3`)
    expect(templates.json.data).toHaveLength(3)
    const { cursors } = templates.json.paging as { cursors: { after: string } }
    const next = `/${testApp.wabaId}/message_templates?name=pick_up_again&limit=3&after=${cursors.after}`
    const rest = await bench.graph(next)
    expect(rest.json.data).toHaveLength(1)
  })

  it('keeps an uploaded file, sends it, and gives it out for five minutes', async () => {
    const { json } = await upload({ messaging_product: 'whatsapp', file: picture(), type: 'image/png' })
    const { id } = bench.phone('Camille Moreau')
    await bench.control('POST', `/phones/${id}/messages`, { kind: 'text', text: 'Hello' })
    const image = { id: json.id, caption: 'Your room' }
    const body = { messaging_product: 'whatsapp', to: '33639981204', type: 'image', image }
    expect((await bench.graph(`/${testApp.phoneNumberId}/messages`, body)).status).toBe(200)
    const bubble = bench.phone('Camille Moreau').thread.at(-1)
    expect(bubble).toMatchObject({
      kind: 'image',
      text: 'Your room',
      media: { mime: 'image/png', filename: 'a.png' },
    })
    const shown = await fetch(`${bench.url}${bubble?.media?.url}`)
    expect(await shown.text()).toBe('picture')
    const { url } = (await bench.graph(`/${json.id}`)).json
    now += 5 * 60_000 - 1
    expect((await fetch(String(url), { headers: bearer })).status).toBe(200)
    now += 1
    expect((await fetch(String(url), { headers: bearer })).status).toBe(404)
    await bench.graph(`/${json.id}`, undefined, { method: 'DELETE', headers: bearer })
    expect((await bench.graph(`/${json.id}`)).json).toMatchObject({ error: { code: 100, error_subcode: 33 } })
  })

  it('refuses uploads without a product, of a strange type, or too large', async () => {
    expect((await upload({ file: picture() })).json).toMatchObject({ error: { code: 100 } })
    expect((await upload({ messaging_product: 'whatsapp' })).json).toMatchObject({ error: { code: 100 } })
    const program = new File(['x'], 'a.exe', { type: 'application/x-msdownload' })
    const strange = await upload({ messaging_product: 'whatsapp', file: program })
    expect(strange.json).toMatchObject({ error: { code: 100 } })
    const large = await upload({
      messaging_product: 'whatsapp',
      file: picture('x'.repeat(5 * 1024 * 1024 + 1)),
    })
    expect(large.json).toMatchObject({ error: { code: 131053 } })
  })

  it('hides the number and the files of one business from the token of another', async () => {
    const { webhookUrl = '' } = bench.meta.apps()[0] ?? {}
    const other = { ...testApp, webhookUrl, accessToken: 'EAAother', phoneNumberId: '82', wabaId: '72' }
    expect((await bench.control('PUT', '/meta/app', other)).status).toBe(200)
    const file = (await upload({ messaging_product: 'whatsapp', file: picture() })).json
    const headers = { authorization: 'Bearer EAAother' }
    for (const id of [testApp.phoneNumberId, testApp.wabaId, file.id])
      expect((await bench.graph(`/${id}`, undefined, { headers })).json).toMatchObject({
        error: { code: 100, error_subcode: 33 },
      })
    expect((await bench.graph('/82', undefined, { headers })).status).toBe(200)
    const { url } = (await bench.graph(`/${file.id}`)).json
    expect((await fetch(String(url), { headers })).status).toBe(404)
  })

  it('comes back after a restart with its people, threads, numbers and files', async () => {
    const before = bench.meta
    const after = createMeta(createKernel())
    after.remembered.restore(JSON.parse(JSON.stringify(before.remembered.save())) as Fields)
    expect(after.phones()).toEqual(before.phones())
    expect(after.apps()).toEqual(before.apps())
    after.remembered.restore({ version: 99 })
    expect(after.phones()).toEqual(before.phones())
    after.close()
  })
})
