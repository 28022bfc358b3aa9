import { mayFlag, mayText, wantText } from '../control-input.ts'
import { type Fields, present } from '../fields.ts'
import { newObjectId } from '../ids.ts'
import type { PhoneMessage } from '../phone.ts'
import { Refusal } from '../refusal.ts'
import type { Acting, DirectGround } from './direct-ground.ts'

/** The three forms in which comments on Instagram come: Instagram login without `changes`, and two with them. */
const shapes = ['flat', 'changes', 'changes-comment-id']

/**
 * `kind: comment` writes under a post (`text`, `mediaId`, `parentId`, `ad: true` under an advertisement; on Instagram
 * `shape`: flat, changes or changes-comment-id); `kind: mention` names the business in a comment elsewhere.
 * A comment opens no 24-hour window; it may be answered once in private, within seven days.
 * @throws {Refusal} 400
 */
export function customerComments(ground: DirectGround, acting: Acting, input: Fields): PhoneMessage {
  const { account, phone, at } = acting
  const mediaId =
    mayText(input, 'mediaId') ??
    (account.network === 'instagram' ? newObjectId() : `${account.id}_${newObjectId()}`)
  const id = account.network === 'instagram' ? newObjectId() : `${mediaId.split('_').at(-1)}_${newObjectId()}`
  const mention = input.kind === 'mention'
  const text = mention ? (mayText(input, 'text') ?? '@business') : wantText(input, 'text')
  const parent = mayText(input, 'parentId')
  const about = { peer: phone.userId, at }
  if (account.network === 'messenger') {
    if (mention) throw new Refusal(400, 'A Page is not told of mentions; write a comment.')
    const value = {
      from: { id: phone.userId, name: phone.name },
      item: 'comment',
      verb: 'add',
      comment_id: id,
      post_id: mediaId,
      parent_id: parent ?? mediaId,
      created_time: Math.floor(at / 1000),
      message: text,
    }
    ground.tell.change(account, 'feed', { changes: [{ field: 'feed', value }] }, about)
  } else if (mention) {
    const changes = [{ field: 'mentions', value: { media_id: mediaId, comment_id: id } }]
    ground.tell.change(account, 'mentions', { changes }, about)
  } else {
    const from = {
      id: phone.userId,
      username: phone.username ?? phone.name.toLowerCase().replace(/\W+/g, '.'),
    }
    const ad = mayFlag(input, 'ad')
      ? { ad_id: newObjectId(), ad_title: 'Playground offer', media_product_type: 'AD' }
      : {}
    const media = { id: mediaId, media_product_type: 'FEED', ...ad }
    const shape = mayText(input, 'shape') ?? 'flat'
    if (!shapes.includes(shape)) throw new Refusal(400, `"shape" must be one of ${shapes.join(', ')}.`)
    const named = shape === 'changes-comment-id' ? { comment_id: id } : { id }
    const value = { ...named, from, text, media, ...present({ parent_id: parent }) }
    const entry =
      shape === 'flat' ? { field: 'comments', value } : { changes: [{ field: 'comments', value }] }
    ground.tell.change(account, 'comments', entry, about)
  }
  const comment = { accountId: account.id, mediaId }
  const bubble: PhoneMessage = { id, from: 'customer', kind: 'comment', text, at, comment, reactions: [] }
  ground.book.write(phone, bubble)
  ground.book.changed(phone)
  return bubble
}
