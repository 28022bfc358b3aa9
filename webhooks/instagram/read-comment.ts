import type { InboundItem, Referral } from '#core/channels/inbound-item.ts'
import type { Place } from '../meta/direct/dialect.ts'
import { noticeAt } from '../meta/direct/notice-at.ts'
import { readDirectPerson } from '../meta/direct/read-direct-person.ts'
import { readEventTime } from '../meta/direct/read-event-time.ts'
import { dropUndefined } from '../meta/drop-undefined.ts'
import { firstIdAt, idAt, isRecord, type JsonRecord, recordAt, restOf, textAt } from '../meta/loose-json.ts'

export const commentFields: ReadonlySet<string> = new Set(['comments', 'live_comments'])

const readHere = ['id', 'comment_id', 'parent_id', 'from', 'text', 'media']

/**
 * A comment under a post, a reel, an ad or a live video. Apps with Facebook Login get its id as `comment_id`, those
 * with Instagram Login as `id`. The business's own comments, and those whose writer Meta does not name, are notices:
 * nobody can be answered there.
 *
 * @throws Error with the reason when it has no id or names no account
 */
export function readComment(field: string, value: unknown, place: Place): InboundItem {
  if (!isRecord(value)) throw new Error('`value` is missing or is not an object')
  const commentId = firstIdAt(value, ['comment_id', 'id'])
  if (commentId === undefined) throw new Error('`comment_id` and `id` are missing or are no ids')
  const from = recordAt(value, 'from') ?? {}
  const writer = idAt(from, 'id')
  const { account } = place
  if (isOwn(from, account)) return noticeAt(place, `${field}.own`, value)
  if (writer === undefined) return noticeAt(place, field, value)
  if (account === undefined && !place.test) throw new Error('the entry does not name the account')
  const media = recordAt(value, 'media') ?? {}
  const time = readEventTime(value.timestamp ?? value.created_time ?? place.entryTime, place)
  return dropUndefined({
    type: 'message' as const,
    network: 'instagram' as const,
    // The dashboard's test names no account at all.
    account: account ?? '0',
    externalId: commentId,
    person: readDirectPerson(from, account ?? '0', 'instagram'),
    sentAt: time.at,
    kind: 'comment' as const,
    body: textAt(value, 'text'),
    replyTo: idAt(value, 'parent_id'),
    attachments: [],
    referral: referralOf(media),
    data: dropUndefined({
      commentId,
      post: dropUndefined({ id: idAt(media, 'id'), type: textAt(media, 'media_product_type') }),
      live: field === 'live_comments' || undefined,
      media: restOf(media, ['id', 'media_product_type', 'ad_id', 'ad_title']),
      unreadableTime: time.unreadable,
      other: restOf(value, readHere),
      test: place.test || undefined,
    }),
  })
}

function isOwn(from: JsonRecord, account: string | undefined): boolean {
  if (from.self_ig_scoped_id !== undefined) return true
  return account !== undefined && idAt(from, 'id') === account
}

function referralOf(media: JsonRecord): Referral {
  const adId = idAt(media, 'ad_id')
  return dropUndefined({
    sourceType: adId === undefined ? 'comment' : 'ad',
    sourceId: adId ?? idAt(media, 'id'),
    headline: textAt(media, 'ad_title'),
    adId,
  })
}
