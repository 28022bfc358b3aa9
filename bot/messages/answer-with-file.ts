import type { NextFunction } from 'grammy'
import { DeskError } from '#core/errors.ts'
import type { MemberContext } from '../context.ts'
import { isAlbumForTeam, refuseForTeam } from './album-for-team.ts'
import { findAnswered } from './find-answered.ts'
import { hint } from './hint.ts'
import { isBelowNote, isForTeam } from './note-below.ts'
import { ownOrigin } from './own-origin.ts'
import { queueAnswer } from './queue-answer.ts'
import { mostOwnFileBytes, readOwnFile } from './read-own-file.ts'
import { takeTemplatePart } from './take-template-part.ts'

/**
 * A file below something of a lead: an answer, with its caption. The parts of an album are messages of their own to
 * Telegram, and answers of their own here, which the desk sends as one where the customer's network has albums; refused,
 * they are one. One that Telegram would not give us is refused at once, before the
 * member believes it sent.
 */
export async function answerWithFile(ctx: MemberContext, next: NextFunction): Promise<void> {
  const { message } = ctx
  const file = message && readOwnFile(message)
  if (!message || !file) return next()
  const answered = await findAnswered(ctx, message.reply_to_message?.message_id)
  const purpose = answered?.purpose
  if (!answered || (purpose && purpose !== 'note' && purpose !== 'template')) return hint(ctx)
  const { leadId, messageId } = answered
  const { caption } = message
  if (isForTeam(caption) || isBelowNote(ctx) || purpose === 'note') return refuseForTeam(ctx, leadId)
  if (await isAlbumForTeam(ctx, leadId)) return
  if (file.size > mostOwnFileBytes) {
    const [limit, size] = [mostOwnFileBytes, file.size].map((bytes) => Math.ceil(bytes / 1024 / 1024))
    throw new DeskError('invalid', 'file-too-large', { limit: limit ?? 0, size: size ?? 0 })
  }
  if (purpose === 'template') return takeTemplatePart(ctx, answered, { file })
  await queueAnswer(ctx, {
    leadId,
    origin: ownOrigin(ctx, message.message_id),
    content: { kind: 'files', files: [file], ...(caption ? { caption } : {}) },
    ...(message.media_group_id ? { album: message.media_group_id } : {}),
    ...(messageId ? { replyTo: messageId } : {}),
  })
}
