import type { InboundReader } from '#core/channels/inbound-item.ts'
import type { Dialect } from '../meta/direct/dialect.ts'
import { noticeAt } from '../meta/direct/notice-at.ts'
import { createDirectReader } from '../meta/direct/read-direct-call.ts'
import { readDirectEdit, readDirectReaction } from '../meta/direct/read-direct-change.ts'
import { readDirectMessage } from '../meta/direct/read-direct-message.ts'
import { readPostback } from '../meta/direct/read-postback.ts'
import { readDelivery, readSeen } from '../meta/direct/read-receipts.ts'
import { readReferralEvent } from '../meta/direct/read-referral-event.ts'
import { commentFields, readComment } from './read-comment.ts'

/** Every other event, such as a conversation passed from app to app, is a notice named by its key. */
const dialect: Dialect = {
  network: 'instagram',
  object: 'instagram',
  events: new Map([
    ['message', readDirectMessage],
    ['message_edit', readDirectEdit],
    ['reaction', readDirectReaction],
    ['postback', readPostback],
    ['read', readSeen],
    ['delivery', readDelivery],
    ['referral', readReferralEvent],
  ]),
  readChange: (field, value, place) =>
    commentFields.has(field) ? [readComment(field, value, place)] : [noticeAt(place, field, value)],
}

/** The reader of the calls with `object: instagram`: direct messages and comments. */
export function createInstagramReader(options: { now: () => Date }): InboundReader {
  return createDirectReader(dialect, options)
}
