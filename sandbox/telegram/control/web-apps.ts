import { BadRequest } from '../../read-body.ts'
import { openWebApp } from '../web-apps/open-web-app.ts'
import { needBot, needChatOf, needMessage, needPerson, needText } from './find-people.ts'
import type { Route } from './route.ts'

const asTheme = (given: unknown): Record<string, unknown> =>
  typeof given === 'object' && given !== null ? { ...given } : {}

/**
 * POST …/chats/:chat/web-app: the person opens a Mini App there. With `{ messageId, url }` by the button of a message that has
 * this address; with `{ bot, startParam? }` by a link `t.me/<bot>?startapp=…`, which opens the bot's main Mini App. `theme`: the
 * colours of their Telegram. Answers with the `url` to open and the `title` above it.
 */
const postWebApp: Route = {
  method: 'POST',
  path: /^\/staff\/(\d+)\/chats\/([^/]+)\/web-app$/,
  run({ ground, parts: [userId, chatId = ''], body }) {
    const person = needPerson(ground, userId)
    const chat = needChatOf(ground, person, chatId)
    const theme = asTheme(body.theme)
    if (body.messageId !== undefined) {
      const message = needMessage(chat, body.messageId)
      const url = needText(body, 'url')
      const bot = ground.world.bots.get(message.fromId)
      if (!bot || !message.buttons?.flat().some((button) => button.web_app?.url === url))
        throw new BadRequest('The message has no button that opens this Mini App.')
      return {
        status: 200,
        body: { title: bot.firstName, url: openWebApp({ bot, person, chat, url, theme }) },
      }
    }
    const bot = needBot(ground, needText(body, 'bot'))
    const startParam = body.startParam ?? ''
    if (typeof startParam !== 'string' || !/^[\w-]{0,512}$/.test(startParam))
      throw new BadRequest('Behind ?startapp= stand at most 512 of A-Z, a-z, 0-9, _ and -.')
    const url = bot.mainWebApp
    if (url === undefined)
      throw new BadRequest(`@${bot.username} has no main Mini App: it is set up in @BotFather.`, 404)
    return {
      status: 200,
      body: { title: bot.firstName, url: openWebApp({ bot, person, chat, url, startParam, theme }) },
    }
  },
}

export const webAppRoutes: Route[] = [postWebApp]
