import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type DirectBench, openDirectBench, page } from '../direct/open-direct-bench.ts'
import type { Fields } from '../fields.ts'

describe('leads of Facebook', () => {
  let bench: DirectBench
  let now = Date.now()
  beforeAll(async () => {
    bench = await openDirectBench({ now: () => now })
  })
  afterAll(() => bench.close())
  beforeEach(() => void bench.received.splice(0))

  const submit = async (wish: Fields = {}) => {
    const { json } = await bench.control('POST', '/meta/leads', wish)
    return (json as { leads: { id: string; formId: string }[] }).leads
  }
  const get = (path: string) => bench.as(page.token, path)

  it('are told as ids only, as numbers that JavaScript would round, and are loaded by id', async () => {
    const [lead] = await submit({ fields: { full_name: 'Ada', interests: ['a', 'b'] }, adName: 'Spring' })
    await bench.until(() => bench.received.length === 1)
    const text = bench.received[0]?.body.toString() ?? ''
    expect(text).toContain(`"leadgen_id":${lead?.id}`)
    expect(Number(lead?.id)).toBeGreaterThan(Number.MAX_SAFE_INTEGER)
    expect(text).not.toContain('Ada')
    const { json } = await get(
      `/${lead?.id}?fields=created_time,id,ad_name,form_id,is_organic,platform,field_data`,
    )
    expect(json).toEqual({
      id: lead?.id,
      created_time: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+0000$/),
      ad_name: 'Spring',
      form_id: lead?.formId,
      is_organic: false,
      platform: 'fb',
      field_data: [
        { name: 'full_name', values: ['Ada'] },
        { name: 'interests', values: ['a', 'b'] },
      ],
    })
  })

  it('may come as several changes of one entry', async () => {
    await submit({ count: 3, textIds: true })
    await bench.until(() => bench.received.length === 1)
    expect(bench.entries()).toMatchObject([{ changes: [{ field: 'leadgen' }, {}, {}] }])
  })

  it('are found after an outage by the time of their making, in pages', async () => {
    await bench.control('PUT', '/meta/leads/outage', { on: true })
    const [first] = await submit({ createdAt: now - 3_600_000 })
    now += 1000
    for (let made = 0; made < 4; made += 1) await submit()
    await bench.control('PUT', '/meta/leads/outage', { on: false })
    expect(bench.received).toHaveLength(0)
    const after = [{ field: 'time_created', operator: 'GREATER_THAN', value: Math.floor(now / 1000) - 1 }]
    const path = `/${first?.formId}/leads?limit=3&filtering=${encodeURIComponent(JSON.stringify(after))}`
    const one = (await get(path)).json as { data: Fields[]; paging: { next: string } }
    expect(one.data).toHaveLength(3)
    const next = new URL(one.paging.next)
    const two = (await get(`${next.pathname.replace('/graph/v26.0', '')}${next.search}`)).json
    expect(two.data).toHaveLength(1)
    expect(two.paging).not.toHaveProperty('next')
    expect((await get(`/${first?.formId}/leads?filtering=moon`)).json).toMatchObject({ error: { code: 100 } })
  })

  it('belong to forms with questions', async () => {
    const { json } = await get(`/${page.id}/leadgen_forms`)
    const [form] = json.data as Fields[]
    expect(form).toMatchObject({
      status: 'ACTIVE',
      questions: expect.arrayContaining([expect.objectContaining({ key: 'email' })]),
    })
    expect((await get(`/${form?.id}?fields=name`)).json).toEqual({ id: form?.id, name: form?.name })
  })

  it('are refused with 103 without lead access, and with 100/33 once they are gone', async () => {
    const [lead] = await submit()
    await bench.control('PUT', '/meta/leads/access', { on: false })
    expect((await get(`/${lead?.id}`)).json).toMatchObject({ error: { code: 103 } })
    await bench.control('PUT', '/meta/leads/access', { on: true })
    expect((await get(`/${lead?.id}`)).status).toBe(200)
    await bench.control('DELETE', `/meta/leads/${lead?.id}`)
    expect((await get(`/${lead?.id}`)).json).toMatchObject({ error: { code: 100, error_subcode: 33 } })
  })
})
