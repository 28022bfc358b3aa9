import { mayCount, mayText, wantText } from '../control-input.ts'
import { type Fields, present } from '../fields.ts'
import { newMid } from '../ids.ts'
import type { KeptPhone, PhoneMessage } from '../phone.ts'
import { Refusal } from '../refusal.ts'
import { actingOf } from './acting-of.ts'
import { customerComments } from './customer-comments.ts'
import { directContent, messageKinds } from './direct-content.ts'
import { type DirectGround, fromCustomer, placeOf } from './direct-ground.ts'
import { readDirectReferral } from './direct-referral.ts'
import { directSignals } from './direct-signals.ts'

const largestBatch = 1000

/**
 * `POST /playground/api/phones/:id/messages` of a customer on Instagram or Messenger. `kind`:
 * - `text`, `image`, `video`, `audio`, `voice`, `document`, `sticker`, `share` (`as`), `story_reply`, `story_mention`,
 *   `unsupported`, `unknown` (`type`), each with `replyTo`, `referral` and `count`;
 * - `button` (a tap: quick reply or postback, as the bubble above wants), `quick_reply`, `postback` (`title`, `payload`);
 * - `reaction` (`target`, `emoji`; empty takes it back), `edit` (`target`, `text`), `unsend` (`target`);
 * - `comment` (`text`, `shape`), `mention`, `referral`, `optin`, `checkbox` (`userRef`), `lead_ad` (`answers`), `self`.
 * `to` chooses the account; default: the one of this network registered last.
 * Resolves to the bubble it made or changed.
 * @throws {Refusal} 400 for a malformed wish, 404 for an unknown bubble, 409 while offline, blocking, or without account
 */
export function customerActsDirect(
  ground: DirectGround,
  phone: KeptPhone,
  input: Fields,
  origin: string,
): PhoneMessage {
  const { book, media, tell } = ground
  const acting = actingOf(ground, phone, input, origin)
  if (!phone.online) throw new Refusal(409, `${phone.name} is offline and can send nothing.`)
  if (phone.blocked) throw new Refusal(409, `${phone.name} has blocked the business; unblock it first.`)
  const { account, at } = acting
  const kind = wantText(input, 'kind')
  const tapped = kind === 'button' ? tappedBubble(phone, input) : undefined
  if (kind === 'button' && !tapped?.quick)
    return directSignals(ground, acting, { ...input, kind: 'postback' })
  const wish = kind === 'button' ? { ...input, kind: 'quick_reply' } : input
  if (kind === 'comment' || kind === 'mention') return customerComments(ground, acting, input)
  if (wish.kind !== 'quick_reply' && !messageKinds.includes(kind)) return directSignals(ground, acting, input)

  const referral = readDirectReferral(input, account.network)
  const quoted = quotedBubble(ground, phone, mayText(input, 'replyTo'))
  const isFirst = phone.userRef !== undefined && phone.lastWroteAt[account.id] === undefined
  const prior = isFirst ? { prior_message: { source: 'checkbox_plugin', identifier: phone.userRef } } : {}
  const written = Array.from({ length: mayCount(input, 'count', largestBatch) }, () => {
    const made = directContent(wish, acting, media)
    if (!made) throw new Refusal(400, `There is no kind "${kind}".`)
    const id = newMid(account.network)
    // A tap on a quick reply quotes nothing; an answer on Messenger also says whether it answers its own words.
    const isPage = account.network === 'messenger'
    const reply =
      quoted && wish.kind !== 'quick_reply'
        ? { reply_to: { mid: quoted.id, ...(isPage ? { is_self_reply: quoted.from === 'customer' } : {}) } }
        : {}
    const message = {
      mid: id,
      ...made.message,
      ...reply,
      ...(referral ? { referral: referral.webhook } : {}),
    }
    const bubble: PhoneMessage = {
      id,
      from: 'customer',
      ...made.bubble,
      at,
      ...present({ replyTo: quoted?.id, referral: referral?.shown }),
      reactions: [],
    }
    return { bubble, event: { ...fromCustomer(acting), message, ...prior } }
  })
  for (const { bubble } of written) book.write(phone, bubble)
  if (tapped) tapped.buttons = []
  phone.lastWroteAt[account.id] = at
  tell.events(
    account,
    'messages',
    written.map(({ event }) => event),
    { peer: phone.userId, at, place: placeOf(phone) },
  )
  book.changed(phone)
  const last = written.at(-1)
  if (!last) throw new Refusal(400, 'Nothing was written.')
  return last.bubble
}

function quotedBubble({ book }: DirectGround, phone: KeptPhone, replyTo?: string): PhoneMessage | undefined {
  if (replyTo === undefined) return undefined
  const found = book.message(replyTo)
  if (found?.phone !== phone) throw new Refusal(404, `There is no message ${replyTo} on this phone.`)
  return found.message
}

/** The bubble whose button was tapped. */
function tappedBubble(phone: KeptPhone, input: Fields): PhoneMessage | undefined {
  const under = mayText(input, 'replyTo')
  return phone.thread.findLast(
    ({ id, from, buttons = [] }) =>
      from === 'business' &&
      (under === undefined || id === under) &&
      buttons.some((one) => one.id === input.payload),
  )
}
