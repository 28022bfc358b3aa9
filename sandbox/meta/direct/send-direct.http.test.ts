import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createKernel } from '../../kernel.ts'
import { createMeta } from '../create-meta.ts'
import type { Fields } from '../fields.ts'
import type { MetaOptions } from '../meta-options.ts'
import { testApp } from '../open-test-bench.ts'
import { type DirectBench, instagram, openDirectBench, page } from './open-direct-bench.ts'

const hour = 3_600_000

describe('a message of the business on Instagram and Messenger', () => {
  let bench: DirectBench
  let now = Date.now()
  const open = async (options: MetaOptions = {}) => {
    await bench?.close()
    bench = await openDirectBench({ now: () => now, ...options })
    await bench.act(bench.ines.phone, { kind: 'text', text: 'Hello' })
    await bench.act(bench.tom.phone, { kind: 'text', text: 'Hello' })
    await bench.until(() => bench.received.length === 2)
    bench.received.splice(0)
  }
  beforeEach(async () => {
    now = Date.now()
    await open()
  })
  afterEach(() => bench.close())

  const toTom = (message: Fields, more: Fields = {}) =>
    bench.as(page.token, `/${page.id}/messages`, {
      recipient: { id: bench.tom.id },
      message,
      messaging_type: 'RESPONSE',
      ...more,
    })
  const toInes = (message: Fields, more: Fields = {}) =>
    bench.as(instagram.token, `/${instagram.id}/messages`, {
      recipient: { id: bench.ines.id },
      message,
      ...more,
    })
  const wish = (who: 'ines' | 'tom', body: Fields) => bench.act(bench[who].phone, body)

  it('is accepted, echoed with app and metadata, delivered and read as watermarks on Messenger', async () => {
    await bench.control('PATCH', `/phones/${bench.tom.phone}`, { reads: true })
    const { json } = await toTom({ text: 'Hi Tom', metadata: 'outbox-1' })
    expect(json).toEqual({ recipient_id: bench.tom.id, message_id: expect.stringMatching(/^m_/) })
    await bench.until(() => bench.received.length === 3)
    const [echo, delivery, read] = ['message', 'delivery', 'read'].map((key) =>
      bench.events().find((event) => key in event),
    )
    expect(echo).toMatchObject({
      sender: { id: page.id },
      recipient: { id: bench.tom.id },
      message: {
        mid: json.message_id,
        text: 'Hi Tom',
        is_echo: true,
        app_id: Number(testApp.appId),
        metadata: 'outbox-1',
      },
    })
    expect(delivery).toMatchObject({
      sender: { id: bench.tom.id },
      delivery: { mids: [json.message_id], watermark: now },
    })
    expect(read).toMatchObject({ read: { watermark: now } })
    expect(bench.phone('Tom Becker').thread.at(-1)).toMatchObject({ text: 'Hi Tom', status: 'read' })
  })

  it('is echoed with nothing but its mid on Instagram, and seen by mid', async () => {
    const { json } = await toInes({ text: 'Hi' })
    await bench.until(() => bench.phone('Inès Caron').thread.at(-1)?.status === 'delivered')
    await bench.control('POST', `/phones/${bench.ines.phone}/read`)
    await bench.until(() => bench.received.length === 2)
    const echo = bench.events().find(({ message }) => message)
    expect(echo?.message).toEqual({ mid: json.message_id, text: 'Hi', is_echo: true })
    expect(bench.events().find(({ read }) => read)).toMatchObject({ read: { mid: json.message_id } })
  })

  it('typed in the network’s own app comes as an echo of another app', async () => {
    await bench.control('POST', `/phones/${bench.tom.phone}/echo`, { text: 'From my phone' })
    await bench.until(() => bench.events().length >= 1)
    expect(bench.events()[0]?.message).toMatchObject({
      text: 'From my phone',
      is_echo: true,
      app_id: 26390203743090,
    })
  })

  it('is refused a day after the person wrote; a human may still answer within seven days', async () => {
    now += 24 * hour
    expect(await toTom({ text: 'Late' })).toMatchObject({
      status: 400,
      json: { error: { code: 10, error_subcode: 2018278 } },
    })
    expect((await toInes({ text: 'Late' })).json).toMatchObject({
      error: { code: 10, error_subcode: 2534022 },
    })
    const human = { messaging_type: 'MESSAGE_TAG', tag: 'HUMAN_AGENT' }
    expect((await toTom({ text: 'Late' }, human)).status).toBe(200)
    expect((await toTom({ text: 'Late' }, { ...human, tag: 'ACCOUNT_UPDATE' })).json).toMatchObject({
      error: { code: 100 },
    })
    now += 6 * 24 * hour
    expect((await toInes({ text: 'Later' }, human)).json).toMatchObject({ error: { error_subcode: 2534022 } })
  })

  it('knows nobody who never wrote, and cannot reach who blocked the business', async () => {
    expect((await toTom({ text: 'x' }, { recipient: { id: '1' } })).json).toMatchObject({
      error: { code: 100, error_subcode: 2018001 },
    })
    expect((await toTom({ text: 'x' }, { recipient: { id: bench.ines.id } })).json).toMatchObject({
      error: { error_subcode: 2018001 },
    })
    await bench.control('PATCH', `/phones/${bench.tom.phone}`, { blocked: true })
    expect((await toTom({ text: 'x' })).json).toMatchObject({ error: { code: 551 } })
  })

  it('holds 1000 bytes on Instagram and 2000 characters on Messenger', async () => {
    expect((await toInes({ text: 'é'.repeat(500) })).status).toBe(200)
    expect((await toInes({ text: 'é'.repeat(501) })).json).toMatchObject({ error: { code: 100 } })
    expect((await toTom({ text: 'é'.repeat(2000) })).status).toBe(200)
    expect((await toTom({ text: 'é'.repeat(2001) })).json).toMatchObject({ error: { code: 100 } })
  })

  it.each<[string, Fields, Fields]>([
    ['nothing to say', {}, {}],
    [
      'words and a file',
      { text: 'x', attachment: { type: 'image', payload: { url: 'https://x.test' } } },
      {},
    ],
    ['an option nobody knows', { text: 'x', colour: 'red' }, {}],
    ['two recipients', { text: 'x' }, { recipient: { id: '1', comment_id: '2' } }],
    ['a type nobody knows', { text: 'x' }, { messaging_type: 'NEWS' }],
    ['an empty text', { text: ' ' }, {}],
    [
      'a long button',
      { text: 'x', quick_replies: [{ content_type: 'text', title: 'y'.repeat(21), payload: 'p' }] },
      {},
    ],
    ['a file of no kind', { attachment: { type: 'hologram', payload: { url: 'https://x.test' } } }, {}],
    ['an unknown attachment', { attachment: { type: 'image', payload: { attachment_id: '5' } } }, {}],
    [
      'an address nobody answers at',
      { attachment: { type: 'image', payload: { url: 'http://127.0.0.1:9/x.png' } } },
      {},
    ],
  ])('is refused with code 100 for %s', async (_, message, more) => {
    expect(await toTom(message, more)).toMatchObject({
      status: 400,
      json: { error: { code: 100, type: 'OAuthException' } },
    })
  })

  it('offers quick replies, which come back as a message, and buttons, which come back as postbacks', async () => {
    const { json } = await toTom({
      text: 'When?',
      quick_replies: [{ content_type: 'text', title: 'Today', payload: 'T' }],
    })
    const payload = {
      template_type: 'button',
      text: 'More?',
      buttons: [{ type: 'postback', title: 'Yes', payload: 'Y' }],
    }
    const second = await toTom({ attachment: { type: 'template', payload } })
    bench.received.splice(0)
    await wish('tom', { kind: 'button', title: 'Today', payload: 'T', replyTo: json.message_id })
    await wish('tom', { kind: 'button', title: 'Yes', payload: 'Y', replyTo: second.json.message_id })
    await bench.until(
      () =>
        bench.events().filter(({ delivery, message }) => !delivery && !(message as Fields)?.is_echo)
          .length === 2,
    )
    expect(bench.events().find(({ message }) => (message as Fields)?.quick_reply)).toMatchObject({
      message: { text: 'Today', quick_reply: { payload: 'T' } },
    })
    expect(bench.events().find(({ postback }) => postback)).toMatchObject({
      postback: { title: 'Yes', payload: 'Y' },
    })
  })

  it('answers a comment in private, once and within seven days', async () => {
    const comment = async () => (await wish('ines', { kind: 'comment', text: 'price?' })).json.id
    const id = await comment()
    const reply = (to: unknown) => toInes({ text: '12 euros' }, { recipient: { comment_id: to } })
    expect((await reply(id)).json).toMatchObject({ recipient_id: bench.ines.id })
    expect(bench.phone('Inès Caron').thread.at(-1)).toMatchObject({ replyTo: id })
    expect((await reply(id)).json).toMatchObject({ error: { code: 10900 } })
    expect((await reply('0')).json).toMatchObject({ error: { code: 100 } })
    const old = await comment()
    now += 8 * 24 * hour
    expect((await reply(old)).json).toMatchObject({ error: { code: 10903 } })
  })

  it('carries files by address or uploaded before, of the right kind and size', async () => {
    const files = createServer((request, response) => {
      const type = request.url?.endsWith('.pdf') ? 'application/pdf' : 'image/png'
      response.writeHead(200, { 'content-type': type }).end('x'.repeat(100))
    })
    await new Promise<void>((resolve) => files.listen(0, '127.0.0.1', resolve))
    const root = `http://127.0.0.1:${(files.address() as AddressInfo).port}`
    const image = (payload: Fields) => ({ attachment: { type: 'image', payload } })
    try {
      const sent = await toTom(image({ url: `${root}/a.png`, is_reusable: true }))
      expect(sent.json).toMatchObject({ attachment_id: expect.any(String) })
      expect((await toTom(image({ attachment_id: sent.json.attachment_id }))).status).toBe(200)
      const uploaded = await bench.as(page.token, `/${page.id}/message_attachments`, {
        message: image({ url: `${root}/b.png` }),
      })
      expect((await toTom(image({ attachment_id: uploaded.json.attachment_id }))).status).toBe(200)
      expect((await toTom(image({ url: `${root}/c.pdf` }))).json).toMatchObject({
        error: { code: 100, error_subcode: 2018047 },
      })
      const form = new FormData()
      form.set('message', JSON.stringify({ attachment: { type: 'file', payload: { is_reusable: true } } }))
      form.set('filedata', new File(['%PDF'], 'offer.pdf', { type: 'application/pdf' }))
      const headers = { authorization: `Bearer ${page.token}` }
      const filed = await bench.graph(`/${page.id}/message_attachments`, undefined, {
        method: 'POST',
        body: form,
        headers,
      })
      const file = { attachment: { type: 'file', payload: { attachment_id: filed.json.attachment_id } } }
      expect((await toTom(file)).status).toBe(200)
      expect(bench.phone('Tom Becker').thread.at(-1)).toMatchObject({
        kind: 'document',
        media: { filename: 'offer.pdf' },
      })
      expect((await toInes(file)).json).toMatchObject({ error: { code: 100 } })
    } finally {
      files.close()
    }
  })

  it('may be typing, a tick or a reaction', async () => {
    const act = (sender_action: string, more: Fields = {}) =>
      bench.as(instagram.token, '/me/messages', { recipient: { id: bench.ines.id }, sender_action, ...more })
    expect((await act('typing_on')).json).toEqual({ recipient_id: bench.ines.id })
    await act('mark_seen')
    const [first] = bench.phone('Inès Caron').thread
    await act('react', { payload: { message_id: first?.id, reaction: 'love' } })
    expect(bench.phone('Inès Caron')).toMatchObject({
      typingUntil: expect.any(Number),
      thread: [{ seen: true, reactions: [{ from: 'business', emoji: '❤' }] }],
    })
    await act('unreact', { payload: { message_id: first?.id } })
    expect(bench.phone('Inès Caron').thread[0]?.reactions).toEqual([])
    expect((await act('dance')).json).toMatchObject({ error: { code: 100 } })
  })

  it('learns who wrote, and nothing of strangers', async () => {
    const fields = 'name,username,profile_pic,follower_count,is_user_follow_business'
    const profile = await bench.as(instagram.token, `/${bench.ines.id}?fields=${fields}`)
    expect(profile.json).toMatchObject({
      id: bench.ines.id,
      name: 'Inès Caron',
      is_user_follow_business: expect.any(Boolean),
    })
    expect((await fetch(String(profile.json.profile_pic))).status).toBe(200)
    expect((await bench.as(page.token, `/${bench.tom.id}?fields=first_name,last_name`)).json).toEqual({
      id: bench.tom.id,
      first_name: 'Tom',
      last_name: 'Becker',
    })
    expect((await bench.as(page.token, `/${bench.ines.id}`)).json).toMatchObject({
      error: { code: 100, error_subcode: 33 },
    })
    const { json } = await bench.control('POST', '/phones', { name: 'Only', network: 'instagram' })
    const only = json as { id: string; userId: string }
    await bench.act(only.id, { kind: 'comment', text: 'x' })
    expect((await bench.as(instagram.token, `/${only.userId}`)).json).toMatchObject({ error: { code: 230 } })
  })

  it('needs a token that is known and has not ended, and tells until when it is good', async () => {
    expect(await bench.as('nonsense', '/me')).toMatchObject({ status: 401, json: { error: { code: 190 } } })
    expect((await bench.as(page.token, '/me?fields=id,name')).json).toMatchObject({ id: page.id })
    const asApp = () =>
      bench.as(`${testApp.appId}|${testApp.appSecret}`, `/debug_token?input_token=${page.token}`)
    expect((await asApp()).json).toMatchObject({
      data: { is_valid: true, type: 'PAGE', expires_at: 0, profile_id: page.id },
    })
    await bench.control('PUT', `/meta/tokens/${page.id}`, { expiresAt: now - 1000 })
    expect((await asApp()).json).toMatchObject({
      data: { is_valid: false, expires_at: Math.floor((now - 1000) / 1000) },
    })
    expect(await toTom({ text: 'x' })).toMatchObject({
      status: 401,
      json: { error: { code: 190, error_subcode: 463 } },
    })
  })

  it('goes to Instagram with the token of the Page where the account was connected with Facebook Login', async () => {
    const send = () =>
      bench.as(page.token, `/${page.id}/messages`, {
        recipient: { id: bench.ines.id },
        message: { text: 'Hi' },
      })
    expect((await send()).json).toMatchObject({ error: { error_subcode: 2018001 } })
    const account = { instagramAccountId: instagram.id, accessToken: instagram.token, pageId: page.id }
    await bench.control('PUT', '/meta/instagram', account)
    expect((await send()).json).toMatchObject({ recipient_id: bench.ines.id })
    expect((await bench.as(page.token, `/${bench.ines.id}?fields=username`)).json).toMatchObject({
      username: expect.any(String),
    })
    expect((await toTom({ text: 'Hi' })).status).toBe(200)
  })

  it('is held to 300 texts and 10 recordings a second', async () => {
    now = Date.now()
    for (let sent = 0; sent < 300; sent += 1) await toTom({ text: 'x' })
    expect((await toTom({ text: 'x' })).json).toMatchObject({ error: { code: 613 } })
    expect((await toInes({ text: 'x' })).status).toBe(200)
    now += 1000
    expect((await toTom({ text: 'x' })).status).toBe(200)
  })

  it('goes on after a restart: accounts, leads, templates and messages on their way are still there', async () => {
    await bench.control('POST', '/meta/leads', {})
    await bench.control('PATCH', `/phones/${bench.tom.phone}`, { online: false })
    const { json } = await toTom({ text: 'Later' })
    await bench.until(() =>
      bench.events().some(({ message }) => (message as Fields)?.mid === json.message_id),
    )
    const saved = JSON.parse(JSON.stringify(bench.meta.remembered.save())) as Fields
    const after = createMeta(createKernel())
    after.remembered.restore(saved)
    expect(after.accounts()).toEqual(bench.meta.accounts())
    expect(JSON.parse(JSON.stringify(after.remembered.save()))).toEqual(saved)
    expect(saved.direct).toMatchObject([{ id: json.message_id, status: 'sent' }])
    after.close()
  })

  it('is refused with 613 by the fault of too many calls', async () => {
    bench.kernel.addFault({
      target: 'graph',
      kind: 'http-429',
      method: 'messages',
      peer: bench.tom.id,
      times: 1,
    })
    expect((await toInes({ text: 'x' })).status).toBe(200)
    expect(await toTom({ text: 'x' })).toMatchObject({ status: 429, json: { error: { code: 613 } } })
  })
})
