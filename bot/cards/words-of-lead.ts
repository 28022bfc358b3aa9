import type { Say } from '#core/i18n.ts'
import type { LeadStatus, LostReason } from '#core/leads/lead.ts'
import type { LeadCard } from '#core/leads/lead-card.ts'
import type { Role } from '#core/team/member.ts'
import { cutLine } from '../text/cut-text.ts'
import { tame } from '../text/escape-html.ts'
import { nameLine } from '../text/name-line.ts'

const statusKeys: Record<LeadStatus, string> = {
  new: 'status-new',
  contacted: 'status-contacted',
  follow_up: 'status-follow-up',
  converted: 'status-converted',
  lost: 'status-lost',
}

const lostReasonKeys: Record<LostReason, string> = {
  price: 'lost-price',
  competitor: 'lost-competitor',
  'no-answer': 'lost-no-answer',
  'not-now': 'lost-not-now',
  'not-a-fit': 'lost-not-a-fit',
}

const roleKeys: Record<Role, string> = {
  owner: 'role-owner',
  admin: 'role-admin',
  agent: 'role-agent',
  viewer: 'role-viewer',
}

const networkKeys: Record<string, string> = {
  whatsapp: 'network-whatsapp',
  instagram: 'network-instagram',
  messenger: 'network-messenger',
  telegram: 'network-telegram',
  telegram_business: 'network-telegram-business',
  facebook_leads: 'network-facebook-leads',
  google_leads: 'network-google-leads',
  linkedin_leads: 'network-linkedin-leads',
  forms: 'network-forms',
  manual: 'network-manual',
  import: 'network-import',
}

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

/** What channels of the settings are called: names that say no more than their network does. */
const plainNames: Record<string, string> = {
  whatsapp: 'WhatsApp',
  instagram: 'Instagram',
  messenger: 'Messenger',
  telegram: 'Telegram',
  facebook_leads: 'Facebook Lead Ads',
  google_leads: 'Google Ads',
  linkedin_leads: 'LinkedIn',
  forms: 'Website',
}

/** What people call a channel: its network, and its name where that says more; not escaped. */
export function sayChannel(say: Say, { network, name }: { network: string; name: string }): string {
  const called = sayNetwork(say, network)
  const own = cutLine(tame(name), 64)
  return own === '' || own === called || own === plainNames[network] ? called : `${called} · ${own}`
}

/** What staff call a lead: its number. A text, because numbers in sentences would get thousands separators. */
export const numberOf = ({ number }: Pick<LeadCard, 'number'>): string => `#${number}`

/** What staff call a lead's person, on one line; not escaped. */
export function nameOf(say: Say, { contact }: Pick<LeadCard, 'contact'>): string {
  const name = nameLine(contact.name)
  return name || contact.phone || (contact.username ? `@${contact.username}` : say('person-unknown'))
}
