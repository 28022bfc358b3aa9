import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Fields } from '../fields.ts'
import { openTestBench, type TestBench, testApp } from '../open-test-bench.ts'

let bench: TestBench
beforeAll(async () => {
  bench = await openTestBench()
})
afterAll(() => bench.close())

it('Meta tells each thing about the account by its name, with a time and no metadata of a number', async () => {
  const { json } = await bench.control('GET', '/meta/notices')
  const { fields, accountEvents } = json as { fields: string[]; accountEvents: string[] }
  for (const field of fields) await bench.control('POST', '/meta/notices', { field })
  for (const event of accountEvents)
    await bench.control('POST', '/meta/notices', { field: 'account_update', event })
  await bench.until(() => bench.received.length === fields.length + accountEvents.length)
  const entries = bench.received.flatMap(
    ({ body }) => (JSON.parse(body.toString()) as { entry: Fields[] }).entry,
  )
  expect(new Set(entries.flatMap(({ changes }) => (changes as Fields[]).map(({ field }) => field)))).toEqual(
    new Set(fields),
  )
  for (const entry of entries) expect(entry).toMatchObject({ id: testApp.wabaId, time: expect.any(Number) })
  for (const value of bench.values()) expect(value).not.toHaveProperty('metadata')
})

it('what it tells about a template is what the list then shows, and a sender is refused accordingly', async () => {
  const { json } = await bench.graph(`/${testApp.wabaId}/message_templates?name=hello_world`)
  const [template] = json.data as { id: string }[]
  const templateId = template?.id
  await bench.control('POST', '/meta/notices', {
    field: 'message_template_status_update',
    event: 'PAUSED',
    templateId,
  })
  const message = { messaging_product: 'whatsapp', to: '33639981204', type: 'template' }
  const body = { ...message, template: { name: 'hello_world', language: { code: 'en_US' } } }
  expect((await bench.graph(`/${testApp.phoneNumberId}/messages`, body)).json).toMatchObject({
    error: { code: 132015 },
  })
})

it('a value of one’s own wins, and an unknown name is refused in a sentence', async () => {
  const wish = { field: 'security', value: { requester: '42' } }
  expect((await bench.control('POST', '/meta/notices', wish)).json).toMatchObject({ requester: '42' })
  expect(await bench.control('POST', '/meta/notices', { field: 'moon' })).toMatchObject({ status: 400 })
})
