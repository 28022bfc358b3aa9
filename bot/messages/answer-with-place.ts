import type { NextFunction } from 'grammy'
import type { Contact, Location, Venue } from 'grammy/types'
import { actorOf, type MemberContext } from '../context.ts'
import type { Answer } from '../posts/post-content.ts'
import { findAnswered } from './find-answered.ts'
import { hint } from './hint.ts'
import { ownOrigin } from './own-origin.ts'
import { queueAnswer } from './queue-answer.ts'

/**
 * A place or an address-book entry below something of a lead. A place goes as one where the network of the lead's newest
 * conversation has them, and else as words with a map; an entry goes as words everywhere.
 */
export async function answerWithPlace(ctx: MemberContext, next: NextFunction): Promise<void> {
  const { message } = ctx
  if (!message?.location && !message?.contact) return next()
  const answered = await findAnswered(ctx, message.reply_to_message?.message_id)
  if (!answered || answered.purpose) return hint(ctx)
  const { leadId, messageId } = answered
  await queueAnswer(ctx, {
    leadId,
    origin: ownOrigin(ctx, message.message_id),
    ...(message.location
      ? await placeAnswer(ctx, leadId, message.location, message.venue)
      : { body: contactText(message.contact) }),
    ...(messageId ? { replyTo: messageId } : {}),
  })
}

async function placeAnswer(
  ctx: MemberContext,
  leadId: string,
  { latitude, longitude }: Location,
  venue: Venue | undefined,
): Promise<Pick<Answer, 'body' | 'content'>> {
  const { conversations } = await ctx.tools.desk.ask(actorOf(ctx), 'findWaysToAnswer', { leadId })
  const name = venue?.title
  const address = venue?.address
  if (conversations.find(({ can }) => can.length > 0)?.can.includes('location')) {
    const facts = { ...(name ? { name } : {}), ...(address ? { address } : {}) }
    return { content: { kind: 'location', latitude, longitude, ...facts } }
  }
  const map = `https://www.google.com/maps?q=${latitude},${longitude}`
  return { body: ['📍', name, address, map].filter(Boolean).join('\n') }
}

/** As people write it: the name, then the number in the form that every telephone understands. */
function contactText(contact: Contact | undefined): string {
  if (!contact) return ''
  const { first_name: first, last_name: last, phone_number: phone } = contact
  const number = phone.startsWith('+') ? phone : `+${phone}`
  return `👤 ${[first, last].filter(Boolean).join(' ')}\n${number}`
}
