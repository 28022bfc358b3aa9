import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Fields } from '../fields.ts'
import { type DirectBench, instagram, openDirectBench, page } from './open-direct-bench.ts'

interface Sent {
  message: { attachments: [{ payload: { url: string } }] }
}

describe('what customers do on Instagram and Messenger', () => {
  let bench: DirectBench
  beforeAll(async () => {
    bench = await openDirectBench()
  })
  afterAll(() => bench.close())
  beforeEach(() => void bench.received.splice(0))

  const does = async (who: 'ines' | 'tom', wish: Fields, webhooks = 1) => {
    const answer = await bench.act(bench[who].phone, wish)
    expect(answer).toMatchObject({ status: 201 })
    await bench.until(() => bench.received.length === webhooks)
    return answer.json
  }
  const body = () => JSON.parse(bench.received[0]?.body.toString() ?? '{}') as Fields

  it('comes in the envelope of its network, between the two ids, in milliseconds, escaped and signed', async () => {
    const { id } = await does('ines', { kind: 'text', text: 'Où êtes-vous ?' })
    expect(body()).toMatchObject({ object: 'instagram', entry: [{ id: instagram.id }] })
    expect(bench.events()).toMatchObject([
      {
        sender: { id: bench.ines.id },
        recipient: { id: instagram.id },
        message: { mid: id, text: 'Où êtes-vous ?' },
      },
    ])
    expect(String(bench.events()[0]?.timestamp)).toMatch(/^\d{13}$/)
    expect(bench.received[0]?.body.toString('latin1')).toContain('O\\u00f9')
    expect(bench.received[0]?.headers['x-hub-signature-256']).toMatch(/^sha256=[0-9a-f]{64}$/)
    bench.received.splice(0)
    await does('tom', { kind: 'text', text: 'Hi' })
    expect(body()).toMatchObject({ object: 'page', entry: [{ id: page.id }] })
  })

  it.each([
    ['ines', 'image', 'image'],
    ['ines', 'voice', 'audio'],
    ['ines', 'video', 'video'],
    ['ines', 'document', 'file'],
    ['tom', 'image', 'image'],
    ['tom', 'sticker', 'sticker'],
  ] as const)('%s may send a file: %s, which anybody with the address can load', async (who, kind, type) => {
    await does(who, { kind, caption: 'Look' })
    const [event] = bench.events()
    expect(event).toMatchObject({ message: { attachments: [{ type }] } })
    const [{ payload }] = (event as unknown as Sent).message.attachments
    expect((await fetch(payload.url)).status).toBe(200)
    expect((await fetch(`${payload.url}x`)).status).toBe(403)
  })

  it.each<['ines' | 'tom', string, Fields, Fields]>([
    [
      'ines',
      'a shared post',
      { kind: 'share' },
      { attachments: [{ type: 'ig_post', payload: { title: 'A post' } }] },
    ],
    ['ines', 'a shared reel', { kind: 'share', as: 'ig_reel' }, { attachments: [{ type: 'ig_reel' }] }],
    [
      'tom',
      'a link',
      { kind: 'share', as: 'fallback', text: 'see' },
      { text: 'see', attachments: [{ type: 'fallback' }] },
    ],
    ['ines', 'a mention in a story', { kind: 'story_mention' }, { attachments: [{ type: 'story_mention' }] }],
    [
      'ines',
      'an answer to a story',
      { kind: 'story_reply', text: 'Nice' },
      { text: 'Nice', reply_to: { story: { id: expect.any(String), url: expect.stringContaining('http') } } },
    ],
    ['ines', 'what Instagram does not pass on', { kind: 'unsupported' }, { is_unsupported: true }],
    [
      'tom',
      'a kind of the future',
      { kind: 'unknown', type: 'hologram' },
      { attachments: [{ type: 'hologram' }] },
    ],
    [
      'ines',
      'a message after an advertisement',
      { kind: 'text', text: 'Hi', referral: { sourceId: '77', headline: 'Sale', ref: 'spring' } },
      {
        referral: {
          ad_id: '77',
          ref: 'spring',
          source: 'ADS',
          type: 'OPEN_THREAD',
          ads_context_data: { ad_title: 'Sale' },
        },
      },
    ],
  ])('%s may send %s', async (who, _, wish, message) => {
    await does(who, wish)
    expect(bench.events()).toMatchObject([{ message }])
  })

  it('may send several files in one message', async () => {
    await does('ines', { kind: 'image', files: 2 })
    expect(bench.events()).toMatchObject([
      { message: { attachments: [{ type: 'image' }, { type: 'image' }] } },
    ])
  })

  it('answers a bubble, reacts, takes the reaction back, edits and unsends', async () => {
    const { id } = await does('ines', { kind: 'text', text: 'One' })
    await does('ines', { kind: 'text', text: 'Two', replyTo: id }, 2)
    await does('ines', { kind: 'reaction', target: id, emoji: '❤️' }, 3)
    await does('ines', { kind: 'reaction', target: id, emoji: '' }, 4)
    await does('ines', { kind: 'edit', target: id, text: 'Uno' }, 5)
    const gone = await does('ines', { kind: 'unsend', target: id }, 6)
    const [, two, react, unreact, edit, unsend] = bench.events()
    expect(two).toMatchObject({ message: { reply_to: { mid: id } } })
    expect(react?.reaction).toEqual({ mid: id, action: 'react', reaction: 'love', emoji: '❤️' })
    expect(unreact?.reaction).toEqual({ mid: id, action: 'unreact' })
    expect(edit?.message_edit).toEqual({ mid: id, text: 'Uno', num_edit: '1' })
    expect(unsend?.message).toEqual({ mid: id, is_deleted: true })
    expect(gone).not.toHaveProperty('text')
    expect((await bench.act(bench.ines.phone, { kind: 'edit', target: id, text: 'x' })).status).toBe(404)
  })

  it('presses a button of its own accord, and the first press of all has no mid on Messenger', async () => {
    await does('tom', {
      kind: 'postback',
      title: 'Get Started',
      payload: 'GET_STARTED',
      referral: { ref: 'flyer' },
    })
    expect(bench.events()[0]?.postback).toEqual({
      title: 'Get Started',
      payload: 'GET_STARTED',
      referral: { ref: 'flyer', source: 'SHORTLINK', type: 'OPEN_THREAD' },
    })
    bench.received.splice(0)
    await does('ines', { kind: 'postback', title: 'Prices', payload: 'PRICES' })
    expect(bench.events()[0]?.postback).toMatchObject({ mid: expect.any(String), payload: 'PRICES' })
  })

  it('follows a link, allows notices, and ticks a box on a website before anybody knows who it is', async () => {
    await does('ines', { kind: 'referral', referral: { ref: 'footer' } })
    await does('tom', { kind: 'optin' }, 2)
    const { json } = await bench.control('POST', '/phones', { name: 'Ref', network: 'messenger' })
    const { id: phone, userId } = json as { id: string; userId: string }
    await bench.act(phone, { kind: 'checkbox', userRef: 'ref-1', ref: 'checkout' })
    await bench.until(() => bench.received.length === 3)
    const [link, notices, box] = bench.events()
    expect(link).toMatchObject({ referral: { ref: 'footer', source: 'IGME', type: 'OPEN_THREAD' } })
    expect(notices).toMatchObject({ optin: { type: 'notification_messages' } })
    expect(box).toMatchObject({ optin: { ref: 'checkout', user_ref: 'ref-1' } })
    expect(box).not.toHaveProperty('sender')
    const sent = { recipient: { user_ref: 'ref-1' }, message: { text: 'Hello' } }
    const answer = await bench.as(page.token, `/${page.id}/messages`, sent)
    expect(answer).toMatchObject({ status: 200, json: { message_id: expect.any(String) } })
    expect(answer.json).not.toHaveProperty('recipient_id')
    bench.received.splice(0)
    await bench.act(phone, { kind: 'text', text: 'Hi' })
    await bench.until(() => bench.events().some(({ prior_message }) => prior_message))
    expect(bench.events().find(({ prior_message }) => prior_message)).toMatchObject({
      sender: { id: userId },
      prior_message: { source: 'checkbox_plugin', identifier: 'ref-1' },
    })
  })

  it.each([
    ['flat', { field: 'comments', value: { id: expect.any(String), text: 'price?' } }],
    ['changes', { changes: [{ field: 'comments', value: { id: expect.any(String), text: 'price?' } }] }],
    ['changes-comment-id', { changes: [{ field: 'comments', value: { comment_id: expect.any(String) } }] }],
  ])('comments under a post, told in the form %s', async (shape, entry) => {
    await does('ines', { kind: 'comment', text: 'price?', shape })
    expect(bench.entries()).toMatchObject([entry])
  })

  it('comments under a post of the Page', async () => {
    const { id } = await does('tom', { kind: 'comment', text: 'price?' })
    expect(bench.entries()).toMatchObject([
      {
        changes: [
          { field: 'feed', value: { item: 'comment', verb: 'add', comment_id: id, message: 'price?' } },
        ],
      },
    ])
  })

  it('fills in a form inside Messenger: times in seconds, a summary that looks like words, and a hand-over', async () => {
    await does('tom', { kind: 'lead_ad', answers: [{ question: 'City?', answer: 'Lyon' }] }, 3)
    const lead = bench.events().find((event) => event.lead)
    expect(lead).toMatchObject({
      referral: { type: 'LEAD_COMPLETE' },
      lead: { data: [{ question: 'City?', answer: 'Lyon' }] },
    })
    expect(String(lead?.timestamp)).toMatch(/^\d{10}$/)
    expect(bench.events().find((event) => event.hop_context)).toMatchObject({
      message: { text: expect.stringContaining('Lyon') },
    })
    expect(bench.events().some((event) => event.pass_thread_control)).toBe(true)
  })

  it('hears that Meta blocked the Page, from nobody', async () => {
    await bench.control('POST', '/meta/policy', { action: 'block' })
    await bench.until(() => bench.received.length === 1)
    expect(bench.events()).toMatchObject([
      { recipient: { id: page.id }, 'policy-enforcement': { action: 'block' } },
    ])
    expect(bench.events()[0]).not.toHaveProperty('sender')
  })

  it('packs copies into one webhook, an entry each', async () => {
    await does('tom', { kind: 'text', text: 'Again', count: 40 })
    expect(new Set(bench.events().map(({ message }) => (message as Fields).mid)).size).toBe(40)
    expect(bench.entries()).toHaveLength(40)
  })

  it('is only listened to while another app holds the conversation', async () => {
    const mine = `/phones/${bench.tom.phone}/handover`
    await bench.control('POST', mine, { event: 'take' })
    await does('tom', { kind: 'text', text: 'Anybody?' }, 2)
    expect(bench.events('standby')).toMatchObject([{ message: { text: 'Anybody?' } }])
    const sent = { recipient: { id: bench.tom.id }, message: { text: 'Me' } }
    expect((await bench.as(page.token, '/me/messages', sent)).json).toMatchObject({
      error: { code: 10, error_subcode: 2018300 },
    })
    await bench.control('POST', mine, { event: 'pass' })
    expect((await bench.as(page.token, '/me/messages', sent)).status).toBe(200)
    await bench.until(() => bench.received.length === 5)
  })

  it('is not told of what the app did not subscribe to', async () => {
    const path = `/${page.id}/subscribed_apps`
    await bench.as(page.token, path, { subscribed_fields: ['messages', 'leadgen'] })
    expect((await bench.as(page.token, path)).json).toMatchObject({
      data: [{ subscribed_fields: ['messages', 'leadgen'] }],
    })
    expect((await bench.as(page.token, `${path}?subscribed_fields=messages,moon`, {})).json).toMatchObject({
      error: { code: 100 },
    })
    await bench.act(bench.tom.phone, { kind: 'optin' })
    await does('tom', { kind: 'text', text: 'Hi' })
    expect(bench.events()).toMatchObject([{ message: { text: 'Hi' } }])
  })

  it('says in a sentence what a network cannot do', async () => {
    for (const [who, wish] of [
      ['tom', { kind: 'unsend', target: 'm_x' }],
      ['tom', { kind: 'story_mention' }],
      ['ines', { kind: 'sticker' }],
      ['ines', { kind: 'dance' }],
      ['ines', { kind: 'share', as: 'moon' }],
    ] as const)
      expect(await bench.act(bench[who].phone, wish)).toMatchObject({
        status: 400,
        json: { error: expect.any(String) },
      })
    expect((await bench.control('POST', '/phones', { name: 'X', network: 'icq' })).status).toBe(400)
    expect(
      (await bench.control('POST', '/phones', { name: 'X', network: 'instagram', phone: '+33612345678' }))
        .status,
    ).toBe(400)
  })
})
