import type { Say } from '#core/i18n.ts'
import type { LeadCard } from '#core/leads/lead-card.ts'
import type { Role } from '#core/team/member.ts'
import { lostReasonKeys, networkKeys, roleKeys, statusKeys } from '#core/words/of-leads.ts'
import { plainLine } from './plain-line.ts'

const known = (keys: Record<string, string>, code: string) =>
  Object.hasOwn(keys, code) ? keys[code] : undefined

export const sayRole = (say: Say, role: Role): string => say(roleKeys[role])

/** A status; one that this version does not know is called by its own name. */
export function sayStatus(say: Say, status: string): string {
  const key = known(statusKeys, status)
  return key ? say(key) : status
}

export function sayNetwork(say: Say, network: string): string {
  const key = known(networkKeys, network)
  return key ? say(key) : network
}

/** Why a lead was lost: a usual reason in words, or a member's own. */
export function sayLostReason(say: Say, reason: string): string {
  const key = known(lostReasonKeys, reason)
  return key ? say(key) : plainLine(reason, 200)
}

/** A character that people see: no space, mark or sign without a body, and none of the letters that are drawn empty. */
const seen = /[^\p{Z}\p{C}\p{M}\u115F\u1160\u3164\uFFA0\u2800]/u

/** What staff call a lead's person. */
export function nameOf(say: Say, { contact }: Pick<LeadCard, 'contact'>): string {
  const name = plainLine(contact.name ?? '', 64)
  if (seen.test(name)) return name
  return contact.phone ?? (contact.username ? `@${contact.username}` : say('person-unknown'))
}
