import { longId, shortId } from '#core/new-id.ts'
import type { StaffContext } from '../context.ts'

/** A link that opens a lead's card in the bot, for whoever is on its team. */
export const leadLink = ({ me }: StaffContext, leadId: string): string =>
  `https://t.me/${me.username}?start=lead_${shortId(leadId)}`

const link = /^https:\/\/t\.me\/\w+\?start=lead_([\w-]{22})$/

/** The lead that a message of ours speaks of which a member has chosen while typing `@bot`; undefined for any other. */
export function linkedLead({ message, me }: StaffContext): string | undefined {
  if (!message || message.via_bot?.id !== me.id) return undefined
  for (const entity of message.entities ?? []) {
    const short = entity.type === 'text_link' ? link.exec(entity.url)?.[1] : undefined
    const leadId = short && longId(short)
    if (leadId) return leadId
  }
  return undefined
}
