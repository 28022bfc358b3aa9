import { createHash } from 'node:crypto'
import type { Say } from '#core/i18n.ts'
import { cutLine } from '../text/cut-text.ts'
import { escapeHtml } from '../text/escape-html.ts'

export interface Danger {
  title: string
  detail?: string
}

const nameKeys: Record<string, string> = {
  'token-expires': 'danger-token-expires',
  'token-of-another': 'danger-token-of-another',
  permission: 'danger-permission',
  'not-subscribed': 'danger-not-subscribed',
  'updates-waiting': 'danger-updates-waiting',
  'no-reply-right': 'danger-no-reply-right',
  'many-failures': 'danger-many-failures',
  quality: 'danger-quality',
  limit: 'danger-limit',
  limited: 'danger-limited',
  state: 'danger-state',
  'account-restricted': 'danger-account-restricted',
  'account-violation': 'danger-account-violation',
  'account-banned': 'danger-account-banned',
  'account-deleted': 'danger-account-deleted',
  'account-disconnected': 'danger-account-disconnected',
  'account-review': 'danger-account-review',
  'policy-enforcement': 'danger-policy',
  security: 'danger-security',
}

const adviceKeys: Record<string, string> = {
  'token-expires': 'danger-token-expires-advice',
  'token-of-another': 'danger-token-of-another-advice',
  permission: 'danger-permission-advice',
  'not-subscribed': 'danger-not-subscribed-advice',
  'updates-waiting': 'danger-updates-waiting-advice',
  'no-reply-right': 'danger-no-reply-right-advice',
  'many-failures': 'danger-many-failures-advice',
  quality: 'danger-quality-advice',
  limit: 'danger-limit-advice',
  limited: 'danger-limited-advice',
  state: 'danger-state-advice',
  'account-restricted': 'danger-account-restricted-advice',
  'account-violation': 'danger-account-violation-advice',
  'account-banned': 'danger-account-banned-advice',
  'account-deleted': 'danger-account-deleted-advice',
  'account-disconnected': 'danger-account-disconnected-advice',
  'account-review': 'danger-account-review-advice',
  'policy-enforcement': 'danger-policy-advice',
  security: 'danger-security-advice',
}

/** Dangers that a new access token ends. */
const ofToken: ReadonlySet<string> = new Set(['token-expires', 'token-of-another', 'permission'])
export const isOfToken = (code: string): boolean => ofToken.has(kindOf(code) ?? '')

/** Dangers that are found here, so that their titles are ours and not a network's. */
const foundHere = new Set([
  ...['token-expires', 'permission', 'not-subscribed', 'updates-waiting', 'no-reply-right', 'many-failures'],
  'state',
])

/** What kind of danger a code is: some carry behind a hyphen what exactly is concerned. */
function kindOf(code: string): string | undefined {
  if (Object.hasOwn(nameKeys, code)) return code
  const kind = code.slice(0, code.indexOf('-'))
  return Object.hasOwn(nameKeys, kind) ? kind : undefined
}

/** What threatens a channel, in a few words; plain text. A danger without words of ours is called by its title. */
export function nameOfDanger(say: Say, code: string, title?: string): string {
  const key = nameKeys[kindOf(code) ?? '']
  return key ? say(key) : cutLine(title ?? say('danger-other'), 80)
}

/** What to do about it, and what the network itself says beside the danger's name, as HTML. */
export function adviseOnDanger(say: Say, code: string, { title, detail }: Danger): string {
  const kind = kindOf(code)
  const advice = adviceKeys[kind ?? '']
  // Without words of ours the title is the name already.
  const titles = kind && !foundHere.has(kind) ? [cutLine(title, 100)] : []
  const said = [...titles, ...(detail ? [cutLine(detail, 160)] : [])].join(' · ')
  const named = `(${cutLine(code, 40)})`
  return [
    advice ? say(advice) : say('danger-other-advice'),
    ...(said || !kind ? [`<i>${escapeHtml([said, named].filter(Boolean).join(' '))}</i>`] : []),
  ].join('\n')
}

const digestChars = 10

/** A danger's code may be too long for a button, which carries this instead. */
export const digestOfCode = (code: string): string =>
  createHash('sha256').update(code).digest('hex').slice(0, digestChars)
