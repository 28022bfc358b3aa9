import type { NetworkFailure } from '#core/channels/inbound-item.ts'
import type { Say } from '#core/i18n.ts'
import { cutLine } from '../text/cut-text.ts'
import { escapeHtml } from '../text/escape-html.ts'

/** Why, and what to do, for the network's codes that staff meet. The others are told in the network's own words. */
const reasonKeys: Record<string, string> = {
  '131047': 'failure-window-closed',
  '131026': 'failure-cannot-receive',
  '131021': 'failure-cannot-receive',
  '131049': 'failure-held-back',
  '130472': 'failure-held-back',
  '131050': 'failure-opted-out',
  '131056': 'failure-too-many-to-one',
  '130429': 'failure-too-fast',
  '131048': 'failure-too-fast',
  '80007': 'failure-too-fast',
  '4': 'failure-too-fast',
  '0': 'failure-access',
  '3': 'failure-access',
  '10': 'failure-access',
  '190': 'failure-access',
  '200': 'failure-access',
  '131005': 'failure-access',
  '131042': 'failure-billing',
  '131045': 'failure-not-registered',
  '133010': 'failure-not-registered',
  '368': 'failure-locked',
  '131031': 'failure-locked',
  '130497': 'failure-locked',
  '1': 'failure-network',
  '2': 'failure-network',
  '131000': 'failure-network',
  '131016': 'failure-network',
  '131057': 'failure-network',
}

/** Why something failed and what to do, with the network's own code, as HTML. */
export function sayFailure(say: Say, failure: NetworkFailure | null | undefined): string {
  const code = failure?.code ?? ''
  const key = Object.hasOwn(reasonKeys, code) ? reasonKeys[code] : undefined
  const reason = key ? say(key) : say('failure-other')
  if (!failure) return reason
  const title = cutLine(failure.title, 200)
  return `${reason}\n${say('failure-code', { code: escapeHtml(code), title: escapeHtml(title) })}`
}
