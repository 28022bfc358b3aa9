import { afterEach, beforeEach, expect, it } from 'vitest'
import { openStand, type Stand } from './testing/open-stand.ts'

let stand: Stand
beforeEach(async () => {
  stand = await openStand({ pressWaitMs: 2_000 })
})
afterEach(() => stand.close())

const article = (id: string, text = 'Hello <b>there</b>') => ({
  type: 'article',
  id,
  title: 'Greeting',
  input_message_content: { message_text: text, parse_mode: 'HTML' },
})

/** Ana types; the bot answers with these results. */
async function typed(
  results: unknown,
  path = 'inline',
  more: Record<string, unknown> = {},
  also: Record<string, unknown> = {},
) {
  const body = { bot: 'desk_bot', query: 'hel', ...more }
  const asking = stand.control('POST', `/staff/${stand.ana}/${path}`, body)
  let query: { id: string; query: string; from: { id: number } } | undefined
  while (!query) {
    await new Promise((resolve) => setTimeout(resolve, 20))
    for (const update of await stand.updates()) query ??= update.inline_query as typeof query
  }
  const answer = { inline_query_id: query.id, results, cache_time: 0, is_personal: true, ...also }
  const reply = await stand.api('answerInlineQuery', answer)
  return { query, reply, answer, asking }
}

it('a bot hears what somebody types behind its name, and what it offers is shown', async () => {
  const { query, reply, asking, answer } = await typed([article('a')])
  expect(query).toMatchObject({ query: 'hel', from: { id: stand.ana } })
  expect(reply.ok).toBe(true)
  expect((await asking).body).toMatchObject({
    answered: true,
    cacheSeconds: 0,
    isPersonal: true,
    results: [{ id: 'a', title: 'Greeting', content: { text: 'Hello there' } }],
  })
  const again = await stand.api('answerInlineQuery', answer)
  expect(again.description).toContain('query is too old')
})

it('a button above what is offered leads to the bot, where its word is one that Telegram takes', async () => {
  const button = { text: 'All', start_parameter: 'find_aGVs' }
  const { asking } = await typed([article('a')], 'inline', {}, { button })
  expect((await asking).body).toMatchObject({ button: { text: 'All', startParameter: 'find_aGVs' } })
  for (const [wrong, why] of [
    [{ ...button, start_parameter: 'ä' }, 'START_PARAM_INVALID'],
    [{ ...button, start_parameter: 'x'.repeat(65) }, 'START_PARAM_INVALID'],
    [{ start_parameter: 'x' }, 'BUTTON_TEXT_EMPTY'],
  ] as const) {
    const refused = await typed([], 'inline', {}, { button: wrong })
    expect(refused.reply.description).toContain(why)
    await stand.api('answerInlineQuery', { ...refused.answer, button })
    await refused.asking
  }
})

it('what is chosen comes from the person, by way of the bot', async () => {
  const { asking } = await typed([article('a')], 'chats/bot:desk_bot/inline', { choose: 'a' })
  expect((await asking).status).toBe(201)
  const [update] = await stand.updates()
  expect(update?.message).toMatchObject({
    text: 'Hello there',
    from: { id: stand.ana },
    via_bot: { username: 'desk_bot' },
    entities: [{ type: 'bold' }],
  })
})

it.each([
  [[article('a'), article('a')], 'RESULT_ID_DUPLICATE'],
  [[article('x'.repeat(65))], 'RESULT_ID_INVALID'],
  [[{ ...article('a'), title: ' ' }], 'ARTICLE_TITLE_EMPTY'],
  [[article('a', '<b>open')], "can't parse entities"],
  [[article('a', ' ')], 'message text is empty'],
  [[{ type: 'photo', id: 'a' }], 'unallowed result type'],
  [Array.from({ length: 51 }, (_, at) => article(String(at))), 'RESULTS_TOO_MUCH'],
])('refuses results as the real one does: %#', async (results, words) => {
  const { reply, answer, asking } = await typed(results)
  expect(reply.description).toContain(words)
  // A refused answer is none: the bot may answer still.
  expect((await stand.api('answerInlineQuery', { ...answer, results: [] })).ok).toBe(true)
  expect((await asking).body).toMatchObject({ answered: true, results: [] })
})
