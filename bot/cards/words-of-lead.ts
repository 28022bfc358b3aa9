import type { Say } from '#core/i18n.ts'
import type { LeadStatus, LostReason } from '#core/leads/lead.ts'
import type { LeadCard } from '#core/leads/lead-card.ts'
import type { Role } from '#core/team/member.ts'
import { lostReasonKeys, networkKeys, plainChannelNames, roleKeys, statusKeys } from '#core/words/of-leads.ts'
import { cutLine } from '../text/cut-text.ts'
import { tame } from '../text/escape-html.ts'
import { nameLine } from '../text/name-line.ts'

export const sayStatus = (say: Say, status: LeadStatus): string => say(statusKeys[status])

/** Why a lead was lost: a usual reason in words, or a member's own; not escaped. */
export const sayLostReason = (say: Say, reason: string): string =>
  Object.hasOwn(lostReasonKeys, reason) ? say(lostReasonKeys[reason as LostReason]) : reason

export const sayRole = (say: Say, role: Role): string => say(roleKeys[role])

/** What a member's role is called, by the organization or by us; not escaped. */
export const sayRoleOf = (say: Say, { role, roleName }: { role: Role; roleName: string | null }): string =>
  roleName === null ? sayRole(say, role) : cutLine(tame(roleName), 40)

/** A network in words; one that has none yet is called by its own name. */
export function sayNetwork(say: Say, network: string): string {
  const key = Object.hasOwn(networkKeys, network) ? networkKeys[network] : undefined
  return key ? say(key) : network
}

/** What people call a channel: its network, and its name where that says more; not escaped. */
export function sayChannel(say: Say, { network, name }: { network: string; name: string }): string {
  const called = sayNetwork(say, network)
  const own = cutLine(tame(name), 64)
  return own === '' || own === called || own === plainChannelNames[network] ? called : `${called} · ${own}`
}

/** What staff call a lead: its number. A text, because numbers in sentences would get thousands separators. */
export const numberOf = ({ number }: Pick<LeadCard, 'number'>): string => `#${number}`

/** What staff call a lead's person, on one line; not escaped. */
export function nameOf(say: Say, { contact }: Pick<LeadCard, 'contact'>): string {
  const name = nameLine(contact.name)
  return name || contact.phone || (contact.username ? `@${contact.username}` : say('person-unknown'))
}
