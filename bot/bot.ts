import { Composer } from 'grammy'
import { carryOutPress } from './actions/carry-out-press.ts'
import { botCommands } from './commands/index.ts'
import { keepMenu } from './commands/keep-menu.ts'
import { type BotTools, isFromMember, type StaffContext } from './context.ts'
import { answerDialogue } from './dialogues/answer-dialogue.ts'
import { offerList } from './imports/offer-list.ts'
import { answerInline } from './inline/answer-inline.ts'
import { linkedLead } from './inline/lead-link.ts'
import { openLinked } from './inline/open-linked.ts'
import { answerCustomer } from './messages/answer-customer.ts'
import { answerWithFile } from './messages/answer-with-file.ts'
import { answerWithPlace } from './messages/answer-with-place.ts'
import { cannotSend } from './messages/cannot-send.ts'
import { catchToken, noteToken } from './messages/catch-token.ts'
import { edited } from './messages/edited.ts'
import { isNote, noteBelow } from './messages/note-below.ts'
import { react } from './messages/react.ts'
import { unknownCommand } from './messages/unknown-command.ts'
import {
  answerStrangers,
  recognise,
  takeInvitations,
  tellRefusals,
  touchPresence,
  watchBlocking,
} from './middleware/index.ts'
import { answerOutsiders } from './team-desk/answer-outsiders.ts'
import { answerPrivately } from './team-desk/answer-privately.ts'
import { chatShared } from './team-desk/chat-shared.ts'
import { isHeard } from './team-desk/is-heard.ts'
import { topicClosed } from './team-desk/topic-closed.ts'
import { watchGroup } from './team-desk/watch-group.ts'
import { hearWizards } from './wizards/engine/hear-wizards.ts'

/** The bot as an ordered list: what an update meets, one after another, until something takes it. */
export function createBot(tools: BotTools): Composer<StaffContext> {
  const bot = new Composer<StaffContext>()
  bot.use(recognise(tools))
  bot.on('inline_query', answerInline)
  bot.use(watchGroup)
  bot.use(answerOutsiders)
  bot.use(watchBlocking)
  bot.use(takeInvitations)

  const members = bot.filter(isFromMember)
  members.use(keepMenu(botCommands))
  members.use(touchPresence())
  members.use(tellRefusals)
  members.on('message', noteToken)
  members.on(['message', 'callback_query'], hearWizards)
  members.on('callback_query', carryOutPress)
  members.on(['message:forum_topic_closed', 'message:forum_topic_reopened'], topicClosed)
  members.on('message:chat_shared', chatShared)
  // In the group only what is written in a lead's topic is for a customer; elsewhere people talk to one another.
  members.on(['message', 'edited_message']).filter(
    (ctx) => !isHeard(ctx),
    () => undefined,
  )
  members.on('edited_message', edited)
  members.on('message_reaction', react)
  members.on('message:text').filter(isNote, noteBelow)
  for (const { name, run, inGroup } of botCommands) {
    members.on('message').command(name, (ctx) => {
      if (!inGroup) answerPrivately(ctx)
      return run(ctx, ctx.match.trim())
    })
  }
  members.on('message:text').filter((ctx) => ctx.message.text.startsWith('/'), unknownCommand)
  members.on('message:text').filter((ctx) => linkedLead(ctx) !== undefined, openLinked)
  members.on('message:text', answerDialogue, catchToken, answerCustomer)
  members.on('message:document', offerList)
  members.on('message', answerWithFile, answerWithPlace, cannotSend)
  members.use(() => undefined)

  bot.use(answerStrangers)
  return bot
}
