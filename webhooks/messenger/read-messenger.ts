import type { InboundReader } from '#core/channels/inbound-item.ts'
import { readLeadgen } from '../facebook-leads/read-leadgen.ts'
import type { Dialect, EventReader } from '../meta/direct/dialect.ts'
import { noticeAt } from '../meta/direct/notice-at.ts'
import { createDirectReader } from '../meta/direct/read-direct-call.ts'
import { readDirectEdit, readDirectReaction } from '../meta/direct/read-direct-change.ts'
import { readDirectMessage } from '../meta/direct/read-direct-message.ts'
import { readPostback } from '../meta/direct/read-postback.ts'
import { readDelivery, readSeen } from '../meta/direct/read-receipts.ts'
import { readReferralEvent } from '../meta/direct/read-referral-event.ts'
import { recordAt } from '../meta/loose-json.ts'
import { readFeed } from './read-feed.ts'
import { readLeadEvent } from './read-lead-event.ts'
import { readOptin } from './read-optin.ts'
import { readPolicyEnforcement } from './read-policy-enforcement.ts'

const readReferral: EventReader = (event, place) =>
  (recordAt(event, 'lead') ? readLeadEvent : readReferralEvent)(event, place)

/**
 * Every other event is a notice named by its key: a conversation passed from app to app, a linked account, a played
 * game. Who holds a conversation shows on its messages: they come in `standby` while it is another app.
 */
const dialect: Dialect = {
  network: 'messenger',
  object: 'page',
  events: new Map([
    ['message', readDirectMessage],
    ['message_edit', readDirectEdit],
    ['reaction', readDirectReaction],
    ['postback', readPostback],
    ['delivery', readDelivery],
    ['read', readSeen],
    ['optin', readOptin],
    ['referral', readReferral],
    ['policy-enforcement', readPolicyEnforcement],
    ['policy_enforcement', readPolicyEnforcement],
  ]),
  readChange(field, value, place) {
    if (field === 'leadgen') return [readLeadgen(value, place)]
    if (field === 'feed') return [readFeed(value, place)]
    return [noticeAt(place, field, value)]
  },
}

/** The reader of the calls with `object: page`: Messenger, comments under posts, and lead ads. */
export function createMessengerReader(options: { now: () => Date }): InboundReader {
  return createDirectReader(dialect, options)
}
