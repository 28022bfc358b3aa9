import { Api } from 'grammy'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Post } from '#core/posts/post.ts'
import { openFakeTelegram, refusal } from '../testing/open-fake-telegram.ts'
import { createMessenger } from './create-messenger.ts'

let telegram: Awaited<ReturnType<typeof openFakeTelegram>>
const messenger = (timeoutSeconds = 12) =>
  createMessenger('telegram:4200', new Api('4200:x', { apiRoot: telegram.apiRoot, timeoutSeconds }))
const post = (content: Record<string, unknown>, more: Partial<Post> = {}): Post => ({
  organizationId: 'o',
  id: '1',
  chatId: '701',
  key: 'k',
  content,
  leadId: null,
  replyTo: null,
  target: null,
  shown: null,
  ...more,
})
const card = { method: 'send', html: '<b>a &amp; b</b>', buttons: [[{ text: 'Claim', data: 'claim:x' }]] }

beforeEach(async () => {
  telegram = await openFakeTelegram()
})
afterEach(() => telegram.close())

describe('the messenger', () => {
  it('shows a message with its buttons, without previews, below what it answers', async () => {
    const shown = await messenger().show(post(card, { replyTo: 5 }))
    expect(shown).toEqual({ outcome: 'shown', externalId: 1001 })
    expect(telegram.of('sendMessage')[0]).toMatchObject({
      chat_id: '701',
      text: '<b>a &amp; b</b>',
      parse_mode: 'HTML',
      link_preview_options: { is_disabled: true },
      reply_parameters: { message_id: 5, allow_sending_without_reply: true },
      reply_markup: { inline_keyboard: [[{ text: 'Claim', callback_data: 'claim:x' }]] },
    })
  })

  it('changes a message, and signs a member’s own', async () => {
    expect(await messenger().show(post({ method: 'edit', html: 'x' }, { target: 9 }))).toEqual({
      outcome: 'shown',
    })
    expect(telegram.of('editMessageText')[0]).toMatchObject({ message_id: 9, text: 'x' })
    await messenger().show(post({ method: 'react', emoji: '👀', message: 3 }))
    expect(telegram.of('setMessageReaction')[0]).toMatchObject({
      message_id: 3,
      reaction: [{ type: 'emoji', emoji: '👀' }],
    })
  })

  it('does not tell Telegram again what a message looks like already', async () => {
    const change = { method: 'edit', html: card.html, buttons: card.buttons }
    expect(await messenger().show(post(change, { target: 9, shown: card }))).toMatchObject({
      outcome: 'dropped',
    })
    expect(telegram.of('editMessageText')).toEqual([])
    await messenger().show(post({ ...change, buttons: [] }, { target: 9, shown: card }))
    expect(telegram.of('editMessageText')).toHaveLength(1)
  })

  it('sends as plain text, once, what Telegram cannot parse: a card is never lost', async () => {
    telegram.on('sendMessage', ({ parse_mode }) =>
      parse_mode ? refusal(400, "Bad Request: can't parse entities: unclosed tag") : undefined,
    )
    expect((await messenger().show(post(card))).outcome).toBe('shown')
    expect(telegram.of('sendMessage')).toHaveLength(2)
    expect(telegram.of('sendMessage')[1]).toMatchObject({ text: 'a & b' })
    telegram.on('sendMessage', () => refusal(400, "Bad Request: can't parse entities"))
    expect((await messenger().show(post(card))).outcome).toBe('refused')
    expect(telegram.of('sendMessage')).toHaveLength(4)
  })

  it.each([
    [refusal(429, 'Too Many Requests: retry after 34', { retry_after: 34 }), { outcome: 'wait', ms: 34_000 }],
    [refusal(403, 'Forbidden: bot was blocked by the user'), { outcome: 'unreachable' }],
    [refusal(400, 'Bad Request: chat not found'), { outcome: 'unreachable' }],
    [
      refusal(400, 'Bad Request: group chat was upgraded', { migrate_to_chat_id: -1 }),
      { outcome: 'unreachable' },
    ],
    [refusal(400, 'Bad Request: message is not modified: same'), { outcome: 'dropped' }],
    [refusal(400, 'Bad Request: message to edit not found'), { outcome: 'dropped' }],
    [refusal(400, 'Bad Request: BUTTON_DATA_INVALID'), { outcome: 'refused' }],
    [refusal(401, 'Unauthorized'), { outcome: 'wait', ms: 60_000, everywhere: true }],
    [refusal(500, 'Internal Server Error'), { outcome: 'failed' }],
    [{ status: 502, body: '<html>502 Bad Gateway</html>' }, { outcome: 'failed' }],
  ])('says of %j what it means', async (reply, outcome) => {
    telegram.on('editMessageText', () => reply)
    expect(await messenger().show(post({ method: 'edit', html: 'x' }, { target: 9 }))).toMatchObject(outcome)
  })

  it('gives up on a call that hangs, and never tells the token', async () => {
    telegram.on('sendMessage', () => ({ hang: true }))
    const outcome = await messenger(0.1).show(post(card))
    expect(outcome.outcome).toBe('failed')
    expect(JSON.stringify(outcome)).not.toContain('4200:x')
  })

  it('drops what another version wrote', async () => {
    expect((await messenger().show(post({ method: 'sing' }))).outcome).toBe('dropped')
    expect(telegram.calls).toEqual([])
  })
})
