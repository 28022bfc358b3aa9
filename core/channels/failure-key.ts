import type { NetworkFailure } from './inbound-item.ts'

/** Why, and what to do, for the network's codes that staff meet. The others are told in the network's own words. */
const reasonKeys: Record<string, string> = {
  // The reply window: WhatsApp, Messenger, Instagram, Telegram Business.
  '131047': 'failure-window-closed',
  '10/2018065': 'failure-window-closed',
  '10/2018278': 'failure-window-closed',
  '10/2534022': 'failure-window-closed',
  'window-closed': 'failure-window-closed',
  // The person.
  '131026': 'failure-cannot-receive',
  '131021': 'failure-own-number',
  '131049': 'failure-held-back',
  '130472': 'failure-held-back',
  '131050': 'failure-opted-out',
  '551': 'failure-person-away',
  '10/2018109': 'failure-person-away',
  '10/2018300': 'failure-person-away',
  '10/2534037': 'failure-person-away',
  '100/2018300': 'failure-person-away',
  '100/2534037': 'failure-person-away',
  '200/1545041': 'failure-person-away',
  '200/2018108': 'failure-person-away',
  '200/2018300': 'failure-person-away',
  '100/2018001': 'failure-person-unknown',
  '100/2534014': 'failure-person-unknown',
  'no-such-person': 'failure-person-unknown',
  'no-address': 'failure-person-unknown',
  blocked: 'failure-blocked',
  deactivated: 'failure-deactivated',
  '10900': 'failure-comment-answered',
  '10903': 'failure-comment-answered',
  '2022': 'failure-comment-answered',
  // The pace.
  '131056': 'failure-too-many-to-one',
  '130429': 'failure-too-fast',
  '131048': 'failure-too-fast',
  '80007': 'failure-too-fast',
  '4': 'failure-too-fast',
  '17': 'failure-too-fast',
  '32': 'failure-too-fast',
  '613': 'failure-too-fast',
  'telegram-429': 'failure-too-fast',
  // The account.
  '0': 'failure-access',
  '3': 'failure-access',
  '10': 'failure-access',
  '190': 'failure-access',
  '200': 'failure-access',
  '131005': 'failure-access',
  'bad-token': 'failure-access',
  'token-unreadable': 'failure-access',
  'telegram-401': 'failure-access',
  'telegram-404': 'failure-access',
  INVALID_ACCESS_TOKEN: 'failure-access',
  EXPIRED_ACCESS_TOKEN: 'failure-access',
  REVOKED_ACCESS_TOKEN: 'failure-access',
  'staff-bot': 'failure-staff-bot',
  'personal-account': 'failure-personal-account',
  'no-right': 'failure-no-right',
  disconnected: 'failure-no-right',
  '131042': 'failure-billing',
  '131045': 'failure-not-registered',
  '133010': 'failure-not-registered',
  '131037': 'failure-display-name',
  '368': 'failure-locked',
  '131031': 'failure-locked',
  '130497': 'failure-locked',
  // What was sent.
  'contact-blocked': 'failure-contact-blocked',
  '131051': 'failure-media',
  '131052': 'failure-media',
  '131053': 'failure-media',
  'wrong-type': 'failure-media',
  'too-large': 'failure-too-large',
  'file-gone': 'failure-file-gone',
  'target-unknown': 'failure-not-changeable',
  'not-editable': 'failure-not-changeable',
  'reaction-unknown': 'failure-reaction',
  '132000': 'failure-template-values',
  '132012': 'failure-template-values',
  '132005': 'failure-template-values',
  '132001': 'failure-template-missing',
  '134101': 'failure-template-missing',
  '132007': 'failure-template-paused',
  '132015': 'failure-template-paused',
  '132016': 'failure-template-paused',
  // The network itself.
  '1': 'failure-network',
  '2': 'failure-network',
  '131000': 'failure-network',
  '131016': 'failure-network',
  '131057': 'failure-network',
  '133004': 'failure-network',
  'no-connection': 'failure-network',
}

/** Meta's numbers for a shut window vary by product and version; its sentence does not. */
const windowIsShut = /outside (of )?(the )?allowed window/i

/** The sentence that tells why something failed and what to do; undefined where only the network's own words do. */
export function failureKeyOf(failure: NetworkFailure | null | undefined): string | undefined {
  if (windowIsShut.test(failure?.title ?? '')) return 'failure-window-closed'
  const code = failure?.code ?? ''
  return Object.hasOwn(reasonKeys, code) ? reasonKeys[code] : undefined
}
