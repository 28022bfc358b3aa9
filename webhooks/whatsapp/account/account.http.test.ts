import { describe, expect, test } from 'vitest'
import { openStubApi } from '../../testing/open-stub-api.ts'
import { createWhatsappPort } from '../create-whatsapp-port.ts'

const account = { externalId: '555000111', token: 'EAAG-harbour', settings: { businessAccountId: '778899' } }
const number = {
  ...{ display_phone_number: '+49 40 123456', verified_name: 'Harbour Bakery', quality_rating: 'GREEN' },
  ...{ status: 'CONNECTED', name_status: 'APPROVED', throughput: { level: 'STANDARD' } },
}
const unknownField = { error: { code: 100, message: 'Tried accessing nonexisting field' } }
const permission = { error: { code: 200, message: 'Permissions error' } }

/** Answers by method and path below the version, query included where it matters; the rest is an unknown field. */
async function openGraph(answers: Record<string, unknown>) {
  const api = await openStubApi((request, response) => {
    const path = (request.url ?? '').replace(/^\/v26\.0\//, '')
    const key = `${request.method} ${decodeURIComponent(path)}`
    const found = Object.entries(answers).find(([known]) => key.startsWith(known))
    const body = found?.[1] ?? unknownField
    response.writeHead(typeof body === 'object' && body !== null && 'error' in body ? 400 : 200)
    response.end(JSON.stringify(body))
  })
  return { api, port: createWhatsappPort({ root: api.root, version: 'v26.0', timeoutMs: 2000 }) }
}

describe('the check of an account', () => {
  const whole = {
    'GET 555000111?fields=display': number,
    'GET 555000111?fields=health_status': { health_status: { can_send_message: 'AVAILABLE', entities: [] } },
    'GET 555000111?fields=whatsapp_business': { whatsapp_business_manager_messaging_limit: 'TIER_2K' },
    'GET 555000111?fields=is_on_biz_app': { is_on_biz_app: true },
    'GET debug_token': {
      data: {
        app_id: '42',
        expires_at: 1795677000,
        scopes: ['whatsapp_business_messaging', 'whatsapp_business_management'],
      },
    },
    'GET 778899/subscribed_apps': { data: [{ whatsapp_business_api_data: { id: '42' } }] },
  }

  async function check(
    changes: Record<string, unknown> = {},
    settings: Record<string, string> = account.settings,
  ) {
    const { api, port } = await openGraph({ ...whole, ...changes })
    await using _ = api
    return { asked: await port.check?.({ ...account, settings }), calls: api.calls }
  }

  test('tells the token’s end, the subscription and how Meta rates the number', async () => {
    const { asked } = await check()
    expect(asked).toEqual({
      outcome: 'found',
      value: {
        tokenExpiresAt: new Date(1795677000_000),
        subscription: 'subscribed',
        facts: {
          ...{ displayNumber: '+49 40 123456', displayName: 'Harbour Bakery', nameReview: 'APPROVED' },
          ...{
            quality: 'GREEN',
            state: 'CONNECTED',
            throughput: 'STANDARD',
            limit: '2000',
            coexistence: 'true',
          },
        },
        dangers: [],
      },
    })
  })

  test('is content with what every version tells', async () => {
    const { api, port } = await openGraph({ 'GET 555000111?fields=display': number })
    await using _ = api
    expect(await port.check?.({ ...account, settings: {} })).toMatchObject({
      outcome: 'found',
      value: { subscription: 'unknown', dangers: [] },
    })
  })

  test.each([
    [{ data: [] }, { success: true }, 'mended'],
    [{ data: [{ whatsapp_business_api_data: { id: '7' } }] }, { success: true }, 'mended'],
    [{ data: [] }, permission, 'missing'],
    [permission, { success: true }, 'unknown'],
  ])('subscribes again where our app is not among %j', async (listed, again, subscription) => {
    const { asked } = await check({
      'GET 778899/subscribed_apps': listed,
      'POST 778899/subscribed_apps': again,
    })
    expect(asked).toMatchObject({ value: { subscription } })
  })

  test('warns of a bad rating, a number that is not connected and a token that may too little', async () => {
    const { asked } = await check({
      'GET 555000111?fields=display': { ...number, quality_rating: 'RED', status: 'RESTRICTED' },
      'GET debug_token': { data: { expires_at: 0, scopes: ['whatsapp_business_messaging'] } },
      'GET 555000111?fields=health_status': {
        health_status: {
          can_send_message: 'LIMITED',
          entities: [{ entity_type: 'WABA', can_send_message: 'LIMITED', additional_info: ['Verify.'] }],
        },
      },
    })
    expect(asked).toMatchObject({
      value: {
        dangers: [
          { code: 'quality' },
          { code: 'state', detail: 'RESTRICTED' },
          { code: 'limited-WABA', detail: 'Verify.' },
          { code: 'permission-whatsapp_business_management' },
        ],
      },
    })
    expect(asked).not.toHaveProperty('value.tokenExpiresAt')
  })

  test('finds a channel that stands still although it answers', async () => {
    const errors = [
      { error_code: 141006, error_description: 'No payment method', possible_solution: 'Add one' },
    ]
    const entities = [{ entity_type: 'WABA', can_send_message: 'BLOCKED', errors }]
    const { asked } = await check({
      'GET 555000111?fields=health_status': { health_status: { can_send_message: 'BLOCKED', entities } },
    })
    expect(asked).toEqual({
      outcome: 'channel-stopped',
      failure: { code: '141006', title: 'No payment method', detail: 'Add one' },
    })
  })

  test('finds a dead token', async () => {
    const { asked } = await check({
      'GET 555000111?fields=display': { error: { code: 190, message: 'Expired' } },
    })
    expect(asked).toMatchObject({ outcome: 'channel-stopped', failure: { code: '190' } })
  })
})

describe('templates', () => {
  test('are listed over all pages, by cursor and never by link', async () => {
    const next = 'https://elsewhere.example/steal'
    const template = (id: string) => ({
      ...{ id, name: `t${id}`, language: 'en_US', status: 'APPROVED', category: 'UTILITY' },
      ...{
        quality_score: { score: 'GREEN' },
        rejected_reason: 'NONE',
        components: [{ type: 'BODY', text: 'Hi' }],
      },
    })
    const pages: Record<string, unknown> = {
      'GET 778899/message_templates?fields=id,name,language,status,category,quality_score,rejected_reason,components&limit=50&after=two':
        { data: [template('3')], paging: { cursors: { after: 'three' } } },
      'GET 778899/message_templates': {
        data: [template('1'), template('2'), { id: '9' }, 7],
        paging: { cursors: { after: 'two' }, next },
      },
    }
    const { api, port } = await openGraph(pages)
    await using _ = api
    const asked = await port.listTemplates?.(account)
    expect(asked).toMatchObject({ outcome: 'found', value: [{ name: 't1' }, { name: 't2' }, { name: 't3' }] })
    expect(asked).toHaveProperty('value.0', {
      ...{ externalId: '1', name: 't1', language: 'en_US', status: 'APPROVED', category: 'UTILITY' },
      ...{ quality: 'GREEN', components: [{ type: 'BODY', text: 'Hi' }] },
    })
    expect(api.calls).toHaveLength(2)
  })

  test('are submitted with the kind of their variables', async () => {
    const { api, port } = await openGraph({
      'POST 778899/message_templates': { id: '5', status: 'PENDING', category: 'MARKETING' },
    })
    await using _ = api
    const submit = (text: string) =>
      port.createTemplate?.(account, {
        ...{ name: 'order_ready', language: 'en_US', category: 'UTILITY' },
        components: [{ type: 'BODY', text }],
      })
    expect(await submit('Hello {{first_name}}')).toEqual({
      outcome: 'found',
      value: { externalId: '5', status: 'PENDING', category: 'MARKETING' },
    })
    await submit('Hello {{1}}')
    const formats = api.calls.map(({ body }) => JSON.parse(body).parameter_format)
    expect(formats).toEqual(['NAMED', undefined])
  })

  test('need the business account, and wait for a permission without stopping the channel', async () => {
    const { api, port } = await openGraph({ 'GET 778899/message_templates': permission })
    await using _ = api
    expect(await port.listTemplates?.(account)).toMatchObject({ outcome: 'later', failure: { code: '200' } })
    expect(await port.listTemplates?.({ ...account, settings: {} })).toMatchObject({
      outcome: 'gone',
      failure: { code: 'no-business-account' },
    })
  })
})

describe('a customer’s file', () => {
  async function fetchMedia(url: unknown, file = { kind: 'image' as const, mediaId: '31337' }) {
    const { api, port } = await openGraph({
      'GET 31337?phone_number_id=555000111': { url, mime_type: 'image/jpeg', file_size: 5000 },
    })
    await using _ = api
    return { asked: await port.fetchMedia?.(account, file), root: api.root }
  }

  test.each([
    'https://lookaside.fbsbx.com/whatsapp_business/attachments/?mid=1',
    'https://mmg.whatsapp.net/file',
    'https://scontent-ber1-1.xx.fbcdn.net/file',
  ])('is fetched with the token from a host of Meta’s: %s', async (url) => {
    const { asked, root } = await fetchMedia(url)
    expect(asked).toEqual({
      outcome: 'found',
      value: {
        url,
        headers: { authorization: 'Bearer EAAG-harbour' },
        tokenOrigins: [new URL(url).origin],
        trustedOrigins: [root],
        mime: 'image/jpeg',
        size: 5000,
      },
    })
  })

  test.each([
    'http://lookaside.fbsbx.com/file',
    'https://lookaside.fbsbx.com.evil.example/file',
    'https://evilfbcdn.net/file',
    'https://lookaside.fbsbx.com:8443/file',
    'https://evil.example/?lookaside.fbsbx.com',
    'https://lookaside.fbsbx.com@evil.example/file',
  ])('never shows the token to anybody else: %s', async (url) => {
    const { asked } = await fetchMedia(url)
    expect(asked).toMatchObject({ outcome: 'found', value: { tokenOrigins: [] } })
    expect(JSON.stringify(asked)).not.toContain('EAAG')
  })

  test('comes from the simulator’s own root with the token', async () => {
    const { api, port } = await openGraph({})
    await using _ = api
    const asked = await port.fetchMedia?.(account, { kind: 'image', url: `${api.root}/files/1` })
    expect(asked).toMatchObject({ value: { tokenOrigins: [api.root], trustedOrigins: [api.root] } })
  })

  test('that Meta no longer has is gone, and so is one without an address', async () => {
    const { api, port } = await openGraph({
      'GET 31337': { error: { code: 100, error_subcode: 33, message: 'x' } },
    })
    await using _ = api
    expect(await port.fetchMedia?.(account, { kind: 'image', mediaId: '31337' })).toMatchObject({
      outcome: 'gone',
    })
    expect(await port.fetchMedia?.(account, { kind: 'image' })).toMatchObject({ outcome: 'gone' })
    expect((await fetchMedia('not an address')).asked).toMatchObject({ outcome: 'gone' })
  })
})

test('a message is marked as seen, with or without somebody typing; a call is not', async () => {
  const { api, port } = await openGraph({ 'POST 555000111/messages': { success: true } })
  await using _ = api
  const seen = (externalId: string, typing: boolean) =>
    port.markSeen?.(account, { externalId, typing, recipient: [] })
  await seen('wamid.IN', true)
  await seen('wamid.IN', false)
  await seen('wacid.RING:connect', true)
  expect(api.calls.map(({ body }) => JSON.parse(body))).toEqual([
    {
      ...{ messaging_product: 'whatsapp', status: 'read', message_id: 'wamid.IN' },
      typing_indicator: { type: 'text' },
    },
    { messaging_product: 'whatsapp', status: 'read', message_id: 'wamid.IN' },
  ])
})
