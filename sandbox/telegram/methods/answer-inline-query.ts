import { badRequest } from '../api-error.ts'
import type { Method } from '../ground.ts'
import type { InlineAnswer, InlineResult } from '../inline-answer.ts'
import { createParams } from '../params.ts'
import { countCharacters, formatText } from '../text/format-text.ts'
import { mostTextCharacters } from './send-text.ts'

const mostResults = 50
const mostIdBytes = 64

/**
 * answerInlineQuery: once per query and soon, with up to 50 results. Articles with a text only: other kinds are refused
 * here, and the product has none. Free of the rates.
 */
export const answerInlineQuery: Method = ({ ground, bot, params }) => {
  const given = params.json('results')
  if (!Array.isArray(given)) throw badRequest("can't parse inline query results: expected an Array")
  if (given.length > mostResults) throw badRequest('RESULTS_TOO_MUCH')
  const results = given.map(readResult)
  if (new Set(results.map(({ id }) => id)).size < results.length) throw badRequest('RESULT_ID_DUPLICATE')
  ground.inlineQueries.answer(bot.id, params.string('inline_query_id') ?? '', {
    results,
    cacheSeconds: params.integer('cache_time') ?? 300,
    isPersonal: params.boolean('is_personal'),
    ...readButton(params.json('button')),
  })
  return true
}

/** Of the two kinds, the one that opens the chat with the bot; those that open a Mini App are refused here. */
function readButton(value: unknown): Pick<InlineAnswer, 'button'> {
  if (value === undefined) return {}
  const raw: Record<string, unknown> = typeof value === 'object' && value !== null ? { ...value } : {}
  if (typeof raw.text !== 'string' || raw.text.trim() === '') throw badRequest('BUTTON_TEXT_EMPTY')
  const startParameter = String(raw.start_parameter ?? '')
  if (!/^[\w-]{1,64}$/.test(startParameter)) throw badRequest('START_PARAM_INVALID')
  return { button: { text: raw.text, startParameter } }
}

function readResult(value: unknown): InlineResult {
  const raw: Record<string, unknown> = typeof value === 'object' && value !== null ? { ...value } : {}
  if (raw.type !== 'article') throw badRequest("can't parse inline query result: unallowed result type")
  const id = String(raw.id ?? '')
  const bytes = Buffer.byteLength(id)
  if (bytes === 0 || bytes > mostIdBytes) throw badRequest('RESULT_ID_INVALID')
  if (typeof raw.title !== 'string' || raw.title.trim() === '') throw badRequest('ARTICLE_TITLE_EMPTY')
  const content: Record<string, unknown> =
    typeof raw.input_message_content === 'object' && raw.input_message_content !== null
      ? { ...raw.input_message_content }
      : {}
  if (typeof content.message_text !== 'string') throw badRequest('input message content is not specified')
  const text = formatText(createParams(new Map(Object.entries(content)), new Map()), {
    text: 'message_text',
    entities: 'entities',
  })
  if (text.text === '') throw badRequest('message text is empty')
  if (countCharacters(text.text) > mostTextCharacters) throw badRequest('MESSAGE_TOO_LONG')
  return {
    id,
    title: raw.title,
    ...(typeof raw.description === 'string' ? { description: raw.description } : {}),
    content: text,
  }
}
