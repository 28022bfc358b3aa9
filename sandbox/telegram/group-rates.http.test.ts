import { expect, it } from 'vitest'
import { openStand } from './testing/open-stand.ts'

it('all topics of a forum share twenty messages a minute, new topics and edits counted, and tests can see the 429s', async () => {
  const stand = await openStand({ rates: { enabled: true, botPerSecond: 1_000 } })
  try {
    const forum = await stand.forum()
    const topics: unknown[] = []
    for (const name of ['Lead 1', 'Lead 2'])
      topics.push((await stand.api('createForumTopic', { chat_id: forum, name })).result.message_thread_id)
    const send = (index: number) =>
      stand.api('sendMessage', { chat_id: forum, message_thread_id: topics[index % 2], text: `${index}` })
    const sent = []
    for (let index = 0; index < 17; index += 1) sent.push(await send(index))
    const edit = { chat_id: forum, message_id: sent[0]?.result.message_id, text: 'edited' }
    expect((await stand.api('editMessageText', edit)).ok).toBe(true)
    const refused = await send(17)
    expect(refused).toMatchObject({ error_code: 429 })
    expect(refused.parameters?.retry_after).toBeGreaterThan(50)
    expect(refused.description).toBe(`Too Many Requests: retry after ${refused.parameters?.retry_after}`)
    expect((await stand.api('createForumTopic', { chat_id: forum, name: 'Lead 3' })).error_code).toBe(429)
    const { body } = await stand.control('GET', '/telegram/rates')
    expect(body).toMatchObject({ refused: 2, byChat: { [forum]: 2 } })
    expect(stand.sandbox.telegram.refusals()).toEqual({ [forum]: 2 })
    await stand.control('PUT', '/telegram/rates', { enabled: false })
    expect((await send(18)).ok).toBe(true)
  } finally {
    await stand.close()
  }
})
