import { BadRequest } from '../../read-body.ts'
import type { Ground } from '../ground.ts'
import type { InlineAnswer } from '../inline-answer.ts'
import { postMessage } from '../post-message.ts'
import { presentBot, presentUser } from '../present-user.ts'
import { showMessage } from '../show-staff.ts'
import type { BotAccount, Person } from '../world.ts'
import { needBot, needChatOf, needMessage, needPerson } from './find-people.ts'
import type { Route } from './route.ts'

const mostQuery = 256

async function ask(
  { inlineQueries, settings, updates }: Ground,
  bot: BotAccount,
  person: Person,
  query: unknown,
): Promise<InlineAnswer | undefined> {
  if (typeof query !== 'string' || query.length > mostQuery) {
    throw new BadRequest(`"query" must be a text of at most ${mostQuery} characters.`)
  }
  const asked = inlineQueries.open(bot.id, settings.pressWaitMs)
  updates.push(bot, {
    kind: 'inline_query',
    peer: String(person.id),
    lane: `inline:${person.id}`,
    value: { id: asked.id, from: presentUser(person), query, offset: '', chat_type: 'private' },
  })
  return asked.answered
}

/**
 * POST …/inline: the person types `@bot query` somewhere; gives what the bot offers. `bot` names it, without an @.
 */
const postInline: Route = {
  method: 'POST',
  path: /^\/staff\/(\d+)\/inline$/,
  async run({ ground, parts: [userId], body }) {
    const bot = needBot(ground, String(body.bot ?? ''))
    const answer = await ask(ground, bot, needPerson(ground, userId), body.query)
    return { status: 200, body: answer ? { answered: true, ...answer } : { answered: false } }
  },
}

/**
 * POST …/chats/:chat/inline: the person types `@bot query` in this chat and chooses the result with the id `choose`,
 * below `replyTo` where that is named. The message comes from the person, by way of the bot.
 */
const postChosen: Route = {
  method: 'POST',
  path: /^\/staff\/(\d+)\/chats\/([^/]+)\/inline$/,
  async run({ ground, parts: [userId, chatId = ''], body }) {
    const person = needPerson(ground, userId)
    const bot = needBot(ground, String(body.bot ?? ''))
    const chat = needChatOf(ground, person, chatId)
    const answer = await ask(ground, bot, person, body.query)
    const chosen = answer?.results.find(({ id }) => id === body.choose)
    if (!chosen) throw new BadRequest('The bot offers no result with this id.', 404)
    const replied = typeof body.replyTo === 'number' ? needMessage(chat, body.replyTo) : undefined
    chat.started = true
    const message = postMessage(ground, chat, {
      ...chosen.content,
      ...(replied ? { replyTo: replied.id } : {}),
      other: { via_bot: presentBot(bot) },
      fromId: person.id,
    })
    return { status: 201, body: showMessage(ground, message) }
  },
}

export const inlineRoutes: Route[] = [postInline, postChosen]
