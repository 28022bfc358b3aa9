import { describe, expect, test } from 'vitest'
import { appSecret, openWebhooks, verifyToken } from './testing/open-webhooks.ts'

describe('the paths', () => {
  test.each([
    ['PUT', '/webhooks/meta', 'GET, POST'],
    ['DELETE', '/webhooks/whatsapp', 'GET, POST'],
    ['GET', '/webhooks/telegram/staff', 'POST'],
  ])('answer %s %s with 405 and what is allowed', async (method, path, allowed) => {
    await using desk = await openWebhooks()
    const answer = await fetch(desk.url + path, { method })
    expect(answer.status).toBe(405)
    expect(answer.headers.get('allow')).toBe(allowed)
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
  })

  test('of what is not connected do not exist', async () => {
    await using desk = await openWebhooks()
    expect((await fetch(`${desk.url}/webhooks/carrier-pigeon`)).status).toBe(404)
  })

  test('are not opened with an empty secret', async () => {
    await expect(openWebhooks({ meta: { appSecret: '', verifyToken } })).rejects.toThrow('META_APP_SECRET')
    await expect(openWebhooks({ meta: { appSecret, verifyToken: '' } })).rejects.toThrow('META_VERIFY_TOKEN')
    const telegramStaff = { botId: '1', secretToken: '' }
    await expect(openWebhooks({ telegramStaff })).rejects.toThrow('TELEGRAM_WEBHOOK_SECRET')
  })
})
