import { failureKeyOf } from '#core/channels/failure-key.ts'
import type { NetworkFailure } from '#core/channels/inbound-item.ts'
import type { Say } from '#core/i18n.ts'
import { cutLine } from '../text/cut-text.ts'
import { escapeHtml } from '../text/escape-html.ts'

/** Whether it failed because free answers are not allowed any more. */
export const isWindowShut = (failure: NetworkFailure | null | undefined): boolean =>
  failureKeyOf(failure) === 'failure-window-closed'

/** What is amiss with the account itself, and mended on its page or at the network. */
const accountKeys = new Set([
  'failure-access',
  'failure-staff-bot',
  'failure-personal-account',
  'failure-no-right',
  'failure-billing',
  'failure-not-registered',
  'failure-display-name',
  'failure-locked',
])

/** Whether the channel is at fault, and not the message or the person. */
export const isOfChannel = (failure: NetworkFailure | null | undefined): boolean =>
  accountKeys.has(failureKeyOf(failure) ?? '')

/** Why something failed and what to do, with the network's own code, as HTML. */
export function sayFailure(say: Say, failure: NetworkFailure | null | undefined): string {
  const key = failureKeyOf(failure)
  const reason = key ? say(key) : say('failure-other')
  if (!failure) return reason
  return `${reason}\n${sayCode(say, failure)}`
}

/** What the network itself says, as HTML. */
export const sayCode = (say: Say, { code, title }: NetworkFailure): string =>
  say('failure-code', { code: escapeHtml(code), title: escapeHtml(cutLine(title, 200)) })
