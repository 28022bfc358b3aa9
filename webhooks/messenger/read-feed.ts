import type { InboundItem } from '#core/channels/inbound-item.ts'
import { deriveId } from '../meta/direct/derive-id.ts'
import type { Place } from '../meta/direct/dialect.ts'
import { noticeAt } from '../meta/direct/notice-at.ts'
import { readDirectPerson } from '../meta/direct/read-direct-person.ts'
import { readEventTime } from '../meta/direct/read-event-time.ts'
import { dropUndefined } from '../meta/drop-undefined.ts'
import { idAt, isRecord, type JsonRecord, recordAt, restOf, textAt } from '../meta/loose-json.ts'

const readHere = [
  'item',
  'verb',
  'from',
  'comment_id',
  'post_id',
  'parent_id',
  'message',
  'created_time',
  'post',
  'photo',
]
const verbs = new Map([
  ['add', 'comment'],
  ['edited', 'edit'],
  ['edit', 'edit'],
  ['remove', 'revoke'],
] as const)

/**
 * A change of field `feed`. A customer's comment, with its later changes, is a message; posts, likes, and what the Page
 * itself wrote are notices.
 */
export function readFeed(value: unknown, place: Place): InboundItem {
  if (!isRecord(value)) throw new Error('`value` is missing or is not an object')
  const from = recordAt(value, 'from') ?? {}
  const commentId = idAt(value, 'comment_id')
  const writer = idAt(from, 'id')
  const kind = new Map<unknown, 'comment' | 'edit' | 'revoke'>(verbs).get(value.verb ?? 'add')
  const { account } = place
  const isComment = value.item === 'comment' && commentId !== undefined && kind !== undefined
  if (!isComment || writer === undefined || account === undefined) return noticeAt(place, 'feed', value)
  if (writer === account) return noticeAt(place, 'feed.own', value)

  const time = readEventTime(value.created_time ?? place.entryTime, place)
  const ids = {
    comment: commentId,
    edit: deriveId(`${commentId}:edit`, [value.message, place.entryTime]),
    revoke: `${commentId}:removed`,
  }
  const photo = textAt(value, 'photo')
  return dropUndefined({
    type: 'message' as const,
    network: 'messenger' as const,
    account,
    externalId: ids[kind],
    person: readDirectPerson(from, account, 'messenger'),
    sentAt: time.at,
    kind,
    body: textAt(value, 'message'),
    replyTo: kind === 'comment' ? answered(value) : commentId,
    attachments: photo === undefined ? [] : [{ kind: 'image' as const, url: photo }],
    referral: dropUndefined({ sourceType: 'comment', sourceId: idAt(value, 'post_id') }),
    data: dropUndefined({
      commentId,
      post: dropUndefined({
        id: idAt(value, 'post_id'),
        url: textAt(recordAt(value, 'post') ?? {}, 'permalink_url'),
      }),
      unreadableTime: time.unreadable,
      other: restOf(value, readHere),
      test: place.test || undefined,
    }),
  })
}

/** The comment that this one answers: for one right under the post, `parent_id` is the post itself. */
function answered(value: JsonRecord): string | undefined {
  const parent = idAt(value, 'parent_id')
  return parent === idAt(value, 'post_id') ? undefined : parent
}
