import type { LeadStatus, LostReason } from '../leads/lead.ts'
import type { Role } from '../team/member.ts'

/*
 * Which sentences of `locales/` say what leads are and what was done on them: the same for every edge, so that what is new
 * is named once.
 */

export const statusKeys: Record<LeadStatus, string> = {
  new: 'status-new',
  contacted: 'status-contacted',
  follow_up: 'status-follow-up',
  converted: 'status-converted',
  lost: 'status-lost',
}

export const lostReasonKeys: Record<LostReason, string> = {
  price: 'lost-price',
  competitor: 'lost-competitor',
  'no-answer': 'lost-no-answer',
  'not-now': 'lost-not-now',
  'not-a-fit': 'lost-not-a-fit',
}

export const roleKeys: Record<Role, string> = {
  owner: 'role-owner',
  admin: 'role-admin',
  agent: 'role-agent',
  viewer: 'role-viewer',
}

export const networkKeys: Record<string, string> = {
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

/** What channels of the settings are called: names that say no more than their network does. */
export const plainChannelNames: Record<string, string> = {
  whatsapp: 'WhatsApp',
  instagram: 'Instagram',
  messenger: 'Messenger',
  telegram: 'Telegram',
  facebook_leads: 'Facebook Lead Ads',
  google_leads: 'Google Ads',
  linkedin_leads: 'LinkedIn',
  forms: 'Website',
}

/** What was done on a lead, where it says all to say who did it. */
export const activityKeys: Record<string, string> = {
  'lead.opened': 'history-opened',
  'lead.claimed': 'history-claimed',
  'lead.imported': 'history-imported',
  'lead.released': 'history-released',
  'draft.written': 'history-draft-written',
  'draft.edited': 'history-draft-edited',
  'draft.sent': 'history-draft-sent',
  'draft.discarded': 'history-draft-discarded',
  'lead.handled': 'history-handled',
  'lead.resumed': 'history-resumed',
  'lead.snoozed': 'history-snoozed',
  'lead.unsnoozed': 'history-unsnoozed',
  'contact.merged': 'history-merged',
  'contact.merge-undone': 'history-merge-undone',
  'contact.blocked': 'history-blocked',
  'contact.unblocked': 'history-unblocked',
  'contact.erased': 'history-erased',
}

/** The same of a lead's reminders. */
export const reminderActivityKeys: Record<string, string> = {
  'reminder.added': 'history-reminder-added',
  'reminder.snoozed': 'history-reminder-snoozed',
  'reminder.moved': 'history-reminder-moved',
  'reminder.done': 'history-reminder-done',
  'reminder.cancelled': 'history-reminder-cancelled',
}
