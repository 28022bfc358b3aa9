import { describe, expect, test } from 'vitest'
import { botSecret, openWebhooks } from '../testing/open-webhooks.ts'
import { post } from '../testing/post.ts'

describe('an update of the staff bot', () => {
  const update = { update_id: 9001, message: { message_id: 4, chat: { id: -100200 }, from: { id: 55 } } }
  const send = (at: { url: string }, body: string, secret = botSecret) =>
    post(`${at.url}/webhooks/telegram/staff`, body, { 'x-telegram-bot-api-secret-token': secret })

  test('is kept in the lane of its chat, under the ids of bot and update', async () => {
    await using desk = await openWebhooks()
    expect((await send(desk, JSON.stringify(update))).status).toBe(200)
    const [kept] = desk.kept
    expect(kept).toMatchObject({ source: 'telegram_staff', lane: '-100200' })
    expect(kept?.dedupeKey.readBigInt64BE(0)).toBe(7001n)
    expect(kept?.dedupeKey.readBigInt64BE(8)).toBe(9001n)
  })

  test.each(['', 'x', `${botSecret}x`, botSecret.toUpperCase(), 'y'.repeat(8000)])(
    'with another secret is turned away (%#)',
    async (secret) => {
      await using desk = await openWebhooks()
      expect((await send(desk, JSON.stringify(update), secret)).status).toBe(401)
      expect(desk.kept).toEqual([])
    },
  )

  test('without a secret is turned away', async () => {
    await using desk = await openWebhooks()
    const answer = await post(`${desk.url}/webhooks/telegram/staff`, JSON.stringify(update), {})
    expect(answer.status).toBe(401)
  })

  test.each(['', '[]', '{}', '{"update_id":"9"}', '{"update_id":1.5}', '{"update_id":1e300}'])(
    'is refused with 400 when it is none: %s',
    async (body) => {
      await using desk = await openWebhooks()
      expect((await send(desk, body)).status).toBe(400)
    },
  )

  test('of more than 1 MB is refused', async () => {
    await using desk = await openWebhooks()
    expect((await send(desk, 'a'.repeat(1024 * 1024 + 1))).status).toBe(413)
  })
})
