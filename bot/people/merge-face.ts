import type { MergeReason } from '#core/contacts/merge-reason.ts'
import type { OutputOf } from '#core/desk.ts'
import type { Say } from '#core/i18n.ts'
import { shortId } from '#core/new-id.ts'
import type { queries } from '#core/queries.ts'
import { callbackData } from '../callback-data.ts'
import { sayNetwork } from '../cards/words-of-lead.ts'
import type { Face } from '../posts/post-content.ts'
import { cutLine } from '../text/cut-text.ts'
import { escapeHtml } from '../text/escape-html.ts'
import { nameLine } from '../text/name-line.ts'

export type Suggestion = OutputOf<(typeof queries)['listMergeSuggestions']>[number]
type Person = Suggestion['contacts'][number]

const reasonKeys: Record<MergeReason, string> = {
  'same-phone': 'merge-same-phone',
  'same-email': 'merge-same-email',
  'same-network-id': 'merge-same-network-id',
  'changed-into': 'merge-changed-into',
  'same-username': 'merge-same-username',
}

/** Asks whether two people are one: who they are, and why it looks so. */
export function mergeFace(say: Say, { id, reasons, contacts }: Suggestion): Face {
  const why = reasons
    .filter((reason) => Object.hasOwn(reasonKeys, reason))
    .map((reason) => say(reasonKeys[reason]))
  return {
    html: [
      `👥 <b>${say('merge-ask')}</b>`,
      ...contacts.map((contact, index) => `${index + 1}. ${personLine(say, contact)}`),
      '',
      ...why.map((reason) => `• ${reason}`),
      '',
      say('merge-explain'),
    ].join('\n'),
    buttons: [
      [{ text: say('button-merge'), data: callbackData('merge', shortId(id)) }],
      [{ text: say('button-merge-not'), data: callbackData('merge-not', shortId(id)) }],
    ],
  }
}

function personLine(say: Say, { name, phone, email, username, networks, lead }: Person): string {
  const called = nameLine(name) || say('person-unknown')
  const known = [phone, email, username && `@${username}`].flatMap((one) =>
    one ? [escapeHtml(cutLine(one, 80))] : [],
  )
  return [
    `<b>${escapeHtml(called)}</b>`,
    ...(lead ? [`#${lead.number}`] : []),
    ...known,
    ...networks.map((network) => escapeHtml(sayNetwork(say, network))),
  ].join(' · ')
}
