import type { NetworkFailure } from '#core/channels/inbound-item.ts'
import type { Say } from '#core/i18n.ts'
import { cutLine } from '../text/cut-text.ts'
import { escapeHtml } from '../text/escape-html.ts'

/** Why a file did not come, and what to do, for the endings that staff meet. */
const lossKeys: Record<string, string> = {
  'too-large': 'file-lost-too-large',
  'http-404': 'file-lost-gone',
  'http-410': 'file-lost-gone',
  'no-media-id': 'file-lost-gone',
  'no-address': 'file-lost-gone',
  '100': 'file-lost-gone',
  'address-refused': 'file-lost-refused',
}

/** Why a customer's file will not come, with the code that helps whoever looks after the desk; as HTML. */
export function sayLoss(say: Say, { code, title }: NetworkFailure): string {
  const key = Object.hasOwn(lossKeys, code) ? lossKeys[code] : undefined
  const reason = key ? say(key) : say('file-lost')
  const told = { code: escapeHtml(cutLine(code, 60)), title: escapeHtml(cutLine(title, 200)) }
  return `${reason}\n${say('failure-code', told)}`
}
