import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Fields } from '../fields.ts'
import { openTestBench, type TestBench, testApp } from '../open-test-bench.ts'

const edge = `/${testApp.wabaId}/message_templates`
const body = (text: string, example?: string[][]) => ({
  type: 'BODY',
  text,
  ...(example ? { example: { body_text: example } } : {}),
})

describe('message templates', () => {
  let bench: TestBench
  beforeAll(async () => {
    bench = await openTestBench()
  })
  afterAll(() => bench.close())
  beforeEach(() => void bench.received.splice(0))

  const submit = (more: Fields) =>
    bench.graph(edge, {
      name: 'offer_ready',
      language: 'en',
      category: 'UTILITY',
      components: [body('Hello, it is ready.')],
      ...more,
    })
  const wait = async () => {
    await bench.until(() => bench.received.length === 1)
    return bench.values()[0]
  }

  it('are pending when submitted, and approved a moment later with a webhook', async () => {
    const { json } = await submit({})
    expect(json).toEqual({ id: expect.any(String), status: 'PENDING', category: 'UTILITY' })
    expect(await wait()).toMatchObject({
      event: 'APPROVED',
      message_template_name: 'offer_ready',
      reason: 'NONE',
    })
    const listed = await bench.graph(
      `${edge}?name=offer_ready&fields=name,status,quality_score,rejected_reason`,
    )
    expect(listed.json.data).toMatchObject([{ id: json.id, status: 'APPROVED', rejected_reason: 'NONE' }])
    expect((await bench.graph(`/${json.id}`)).json).toMatchObject({ name: 'offer_ready' })
  })

  it('are rejected when their name asks for it, with the reason', async () => {
    await submit({ name: 'please_reject_me' })
    expect(await wait()).toMatchObject({
      event: 'REJECTED',
      reason: 'INVALID_FORMAT',
      rejection_info: { reason: expect.any(String) },
    })
  })

  it.each<[string, Fields, Fields]>([
    ['a name with capitals', { name: 'Offer' }, {}],
    ['a category of its own', { category: 'NEWS' }, {}],
    ['no body', { components: [{ type: 'FOOTER', text: 'x' }] }, {}],
    ['a long body', { components: [body('x'.repeat(1025))] }, { error_subcode: 2388040 }],
    ['variables without an example', { components: [body('Hello {{1}}, hi.')] }, { error_subcode: 2388043 }],
    ['a variable at the end', { components: [body('Hello {{1}}', [['Ada']])] }, { error_subcode: 2388299 }],
    [
      'a picture without an example',
      { components: [{ type: 'HEADER', format: 'IMAGE' }, body('Hi')] },
      { error_subcode: 2388273 },
    ],
    ['a translation that exists', { name: 'hello_world', language: 'en_US' }, { error_subcode: 2388024 }],
  ])('are refused for %s', async (_, more, error) => {
    expect(await submit({ name: 'never_taken', ...more })).toMatchObject({
      status: 400,
      json: { error: expect.objectContaining(error) },
    })
  })

  it('may carry a file in the header, which must be given when they are sent', async () => {
    const send = (components: Fields[]) =>
      bench.graph(`/${testApp.phoneNumberId}/messages`, {
        messaging_product: 'whatsapp',
        to: '33639981204',
        type: 'template',
        template: { name: 'your_offer', language: { code: 'en' }, components },
      })
    const words = { type: 'body', parameters: [{ type: 'text', text: 'Ada' }] }
    expect((await send([words])).json).toMatchObject({ error: { code: 132012 } })
    const file = {
      type: 'document',
      document: { link: 'https://files.test/offer.pdf', filename: 'offer.pdf' },
    }
    expect((await send([{ type: 'header', parameters: [file] }, words])).status).toBe(200)
    expect(bench.phone('Camille Moreau').thread.at(-1)).toMatchObject({
      kind: 'template',
      media: { filename: 'offer.pdf' },
    })
  })

  it('can be deleted by name', async () => {
    const headers = { authorization: `Bearer ${testApp.accessToken}` }
    const gone = await bench.graph(`${edge}?name=pick_up_again`, undefined, { method: 'DELETE', headers })
    expect(gone.json).toEqual({ success: true })
    expect((await bench.graph(`${edge}?name=pick_up_again`)).json.data).toEqual([])
  })
})
