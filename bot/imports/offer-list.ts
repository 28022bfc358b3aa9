import type { NextFunction } from 'grammy'
import { canImportLeads } from '#core/policy.ts'
import { callbackData } from '../callback-data.ts'
import type { MemberContext } from '../context.ts'
import { answerMember } from '../posts/answer-member.ts'
import { cutLine } from '../text/cut-text.ts'
import { escapeHtml } from '../text/escape-html.ts'
import { type ListFile, mustFit } from './begin-list.ts'

const listEnding = /\.(csv|tsv|xlsx?|ods|numbers)$/i
const listTypes = new Set(['text/csv', 'text/tab-separated-values', 'application/csv'])

/**
 * A list of people as a file that nobody asked for: importing it is offered, since it may have been meant for a customer.
 * What is below anything is an answer, and so is what comes in a group.
 */
export async function offerList(ctx: MemberContext, next: NextFunction): Promise<void> {
  const { message, voice } = ctx
  const document = message?.document
  if (ctx.chat?.type !== 'private') return next()
  if (!message || !document || !canImportLeads({ kind: 'member', ...ctx.member })) return next()
  const { file_name: name = '', mime_type: type = '' } = document
  if (message.reply_to_message || !(listEnding.test(name) || listTypes.has(type))) return next()
  mustFit(document.file_size ?? 0)
  const file: ListFile = { mediaId: document.file_id, fileName: name }
  await answerMember(ctx, 'list-offer', {
    html: `📥 ${voice.say('import-offer', { name: escapeHtml(cutLine(name, 60)) })}`,
    buttons: [[{ text: voice.say('button-list-begin'), data: callbackData('list-begin') }]],
    dialogue: { ...file },
    replyTo: message.message_id,
  })
}
