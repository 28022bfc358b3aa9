import { describe, expect, test } from 'vitest'
import { openWebhooks, verifyToken } from '../testing/open-webhooks.ts'
import { post } from '../testing/post.ts'

describe('the handshake', () => {
  const ask = (at: { url: string }, query: Record<string, string>) =>
    fetch(`${at.url}/webhooks/meta?${new URLSearchParams(query)}`)
  const good = { 'hub.mode': 'subscribe', 'hub.verify_token': verifyToken, 'hub.challenge': '1158201444' }

  test('gives the challenge back', async () => {
    await using desk = await openWebhooks()
    const answer = await ask(desk, good)
    expect(answer.status).toBe(200)
    expect(await answer.text()).toBe('1158201444')
  })

  test('gives a script back as text that no browser runs', async () => {
    await using desk = await openWebhooks()
    const answer = await ask(desk, { ...good, 'hub.challenge': '<script>alert(1)</script>' })
    expect(await answer.text()).toBe('<script>alert(1)</script>')
    expect(answer.headers.get('content-type')).toMatch(/^text\/plain/)
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
  })

  test.each([
    ['a wrong token', { ...good, 'hub.verify_token': `${verifyToken}x` }],
    ['a wrong token of the same length', { ...good, 'hub.verify_token': verifyToken.replace('h', 'H') }],
    ['an empty token', { ...good, 'hub.verify_token': '' }],
    ['another mode', { ...good, 'hub.mode': 'unsubscribe' }],
    ['nothing', {}],
  ])('is refused with 403 for %s', async (_name, query: Record<string, string>) => {
    await using desk = await openWebhooks()
    const answer = await ask(desk, query)
    expect(answer.status).toBe(403)
    expect(await answer.text()).not.toContain('1158201444')
  })

  test('is refused for two tokens, one of them right', async () => {
    await using desk = await openWebhooks()
    const query = `${new URLSearchParams(good)}&hub.verify_token=other`
    expect((await fetch(`${desk.url}/webhooks/meta?${query}`)).status).toBe(403)
  })

  test('is refused with 400 without a challenge', async () => {
    await using desk = await openWebhooks()
    expect((await ask(desk, { ...good, 'hub.challenge': '' })).status).toBe(400)
  })

  test('is not accepted as POST', async () => {
    await using desk = await openWebhooks()
    const answer = await post(`${desk.url}/webhooks/meta?${new URLSearchParams(good)}`, '', {})
    expect(answer.status).toBe(401)
  })
})
