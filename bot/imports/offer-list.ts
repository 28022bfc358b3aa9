import type { NextFunction } from 'grammy'
import { DeskError } from '#core/errors.ts'
import { canImportLeads } from '#core/policy.ts'
import { callbackData } from '../callback-data.ts'
import { accountOf, actorOf, type MemberContext } from '../context.ts'
import { mostOwnFileBytes } from '../messages/read-own-file.ts'
import { answerMember } from '../posts/answer-member.ts'
import { cutLine } from '../text/cut-text.ts'
import { escapeHtml } from '../text/escape-html.ts'
import { beginList, type ListFile } from './begin-list.ts'

const listEnding = /\.(csv|tsv|xlsx?|ods|numbers)$/i
const listTypes = new Set(['text/csv', 'text/tab-separated-values', 'application/csv'])

/**
 * A list of people as a file: below the question of /import it is begun at once; alone, importing it is offered, since
 * it may have been meant for a customer. What is below anything else is an answer, and so is what comes in a group.
 */
export async function offerList(ctx: MemberContext, next: NextFunction): Promise<void> {
  const { message, voice } = ctx
  const document = message?.document
  if (ctx.chat?.type !== 'private') return next()
  if (!message || !document || !canImportLeads({ kind: 'member', ...ctx.member })) return next()
  const below = message.reply_to_message?.message_id
  const isAsked = below !== undefined && (await isQuestion(ctx, below))
  const { file_name: name = '', mime_type: type = '' } = document
  if (!isAsked && (below !== undefined || !(listEnding.test(name) || listTypes.has(type)))) return next()
  const limit = Math.floor(mostOwnFileBytes / 1024 / 1024)
  if ((document.file_size ?? 0) > mostOwnFileBytes) {
    throw new DeskError('invalid', 'import-too-large', { limit })
  }
  const file: ListFile = { mediaId: document.file_id, fileName: name }
  if (isAsked) return beginList(ctx, file, message.message_id)
  await answerMember(ctx, 'list-offer', {
    html: `📥 ${voice.say('import-offer', { name: escapeHtml(cutLine(name, 60)) })}`,
    buttons: [[{ text: voice.say('button-list-begin'), data: callbackData('list-begin') }]],
    dialogue: { ...file },
    replyTo: message.message_id,
  })
}

async function isQuestion(ctx: MemberContext, externalId: number): Promise<boolean> {
  const post = await ctx.tools.desk.ask(actorOf(ctx), 'findPost', {
    account: accountOf(ctx),
    chatId: String(ctx.person.telegramUserId),
    externalId,
  })
  return post?.content.purpose === 'import-file'
}
