import type { Handler } from '../../kernel.ts'
import { readJsonBody } from '../../read-body.ts'
import { sendJson } from '../../send-json.ts'
import type { Ground } from '../ground.ts'
import { botRoutes } from './bots.ts'
import { businessRoutes } from './business.ts'
import { customerMessageRoutes } from './customer-messages.ts'
import { customerRoutes } from './customers.ts'
import { groupBotRoutes } from './group-bots.ts'
import { groupMemberRoutes } from './group-members.ts'
import { groupTopicRoutes } from './group-topics.ts'
import { groupRoutes } from './groups.ts'
import { inlineRoutes } from './inline.ts'
import { interactionRoutes } from './interactions.ts'
import { messageRoutes } from './messages.ts'
import { ownerMessageRoutes } from './owner-messages.ts'
import { sharedChatRoutes } from './share-chat.ts'
import { staffRoutes } from './staff.ts'
import { webAppRoutes } from './web-apps.ts'

const routes = [
  ...botRoutes,
  ...staffRoutes,
  ...messageRoutes,
  ...interactionRoutes,
  ...inlineRoutes,
  ...webAppRoutes,
  ...groupRoutes,
  ...groupBotRoutes,
  ...groupMemberRoutes,
  ...groupTopicRoutes,
  ...sharedChatRoutes,
  ...customerRoutes,
  ...customerMessageRoutes,
  ...businessRoutes,
  ...ownerMessageRoutes,
]

const decoded = (part: string | undefined) => (part === undefined ? undefined : decodeURIComponent(part))

/** Answers the control API's routes that belong to Telegram: bots, people, their chats and groups, businesses. */
export function createTelegramControl(ground: Ground): Handler {
  return async (request, response, url) => {
    const path = url.pathname.slice('/playground/api'.length)
    for (const route of routes) {
      const match = route.method === request.method ? route.path.exec(path) : null
      if (!match) continue
      const body = await readJsonBody(request)
      const answer = await route.run({ ground, parts: match.slice(1).map(decoded), body })
      if (answer.file) {
        // A file may be anything a person sent, so no browser may take it for a page of this origin.
        response.writeHead(answer.status, {
          'content-type': answer.file.mime,
          'content-length': answer.file.bytes.length,
          'x-content-type-options': 'nosniff',
          'content-security-policy': "default-src 'none'; sandbox",
        })
        response.end(answer.file.bytes)
      } else sendJson(response, answer.status, answer.body)
      return true
    }
    return false
  }
}
