import { checkObject, checkText } from '../check-fields.ts'
import { type Fields, present } from '../fields.ts'
import { newMid } from '../ids.ts'
import type { KeptPhone, PhoneMessage } from '../phone.ts'
import { badParameter } from '../problems.ts'
import { attachmentFile } from './attachment-file.ts'
import { checkDirectMessage } from './check-direct-message.ts'
import type { DirectAccount } from './direct-account.ts'
import type { DirectGround } from './direct-ground.ts'
import { checkWindow, findRecipient } from './direct-recipient.ts'
import { reactionEmoji } from './reaction-names.ts'

const typingMs = 20_000
const allowed = [
  'recipient',
  'message',
  'messaging_type',
  'tag',
  'sender_action',
  'payload',
  'reply_to',
  'notification_type',
]

/**
 * `POST /{page}/messages`, `/{instagram account}/messages` and `/me/messages`: a message or a `sender_action`.
 * @throws {GraphError} 100 for the body, and what `findRecipient`, `checkWindow` and `attachmentFile` refuse
 */
export async function sendDirect(ground: DirectGround, account: DirectAccount, body: Fields, origin: string) {
  for (const key of Object.keys(body))
    if (!allowed.includes(key)) throw badParameter(`Unexpected key "${key}".`)
  if ((body.message === undefined) === (body.sender_action === undefined))
    throw badParameter('Exactly one of message and sender_action is required.')
  if (body.sender_action !== undefined) return act(ground, account, body)
  const { book, media, direct, options } = ground
  const checked = checkDirectMessage(body, account.network)
  const to = findRecipient(ground, account, body)
  checkWindow(account, to, body, options.now())
  ground.directRates.take(account.id, checked.file?.type)
  const file = checked.file && (await attachmentFile(media, account, checked.file))
  const { phone, comment, byRef } = to
  if (comment?.comment) comment.comment.answered = true
  const id = newMid(account.network)
  const quoted = comment?.id ?? quotedBy(ground, phone, body)
  const shown = file && {
    media: {
      mime: file.mime,
      url: `/playground/api/meta/media/${file.id}`,
      ...present({ filename: file.filename }),
    },
  }
  const bubble: PhoneMessage = {
    id,
    from: 'business',
    ...checked.content,
    ...shown,
    at: options.now(),
    status: 'sent',
    ...present({ replyTo: quoted }),
    reactions: [],
  }
  delete phone.typingUntil
  book.write(phone, bubble)
  book.changed(phone)
  const echoed = file
    ? { attachments: [{ type: checked.file?.type, payload: { url: media.openUrl(file, origin) } }] }
    : checked.echo
  direct.begin({
    id,
    accountId: account.id,
    phoneId: phone.id,
    status: 'accepted',
    message: echoed,
    appId: account.appId,
    ...present({ metadata: checked.metadata }),
  })
  return {
    ...(byRef ? {} : { recipient_id: phone.userId }),
    message_id: id,
    ...(checked.file?.reusable && file ? { attachment_id: file.id } : {}),
  }
}

function quotedBy({ book }: DirectGround, phone: KeptPhone, body: Fields): string | undefined {
  if (body.reply_to === undefined) return undefined
  const mid = checkText(checkObject(body, 'reply_to', 'reply_to', ['mid']), 'mid', 'reply_to[mid]', 512)
  if (book.message(mid)?.phone !== phone) throw badParameter(`Param reply_to[mid]: ${mid} does not exist.`)
  return mid
}

/** Typing, seen and reactions. They need a known person and no window. */
function act(ground: DirectGround, account: DirectAccount, body: Fields) {
  const { book, options } = ground
  const { phone } = findRecipient(ground, account, body)
  const action = String(body.sender_action).toLowerCase()
  if (action === 'typing_on') phone.typingUntil = options.now() + typingMs
  else if (action === 'typing_off') delete phone.typingUntil
  else if (action === 'mark_seen') {
    for (const bubble of phone.thread) if (bubble.from === 'customer') bubble.seen = true
  } else if (action === 'react' || action === 'unreact') react(ground, phone, body, action === 'react')
  else
    throw badParameter(
      'Param sender_action must be one of {MARK_SEEN, REACT, TYPING_OFF, TYPING_ON, UNREACT}.',
    )
  book.changed(phone)
  return { recipient_id: phone.userId }
}

function react({ book }: DirectGround, phone: KeptPhone, body: Fields, on: boolean): void {
  const payload = checkObject(body, 'payload', 'payload', ['message_id', 'reaction'])
  const id = checkText(payload, 'message_id', 'payload[message_id]', 512)
  const found = book.message(id)
  if (found?.phone !== phone) throw badParameter(`Param payload[message_id]: ${id} does not exist.`)
  found.message.reactions = found.message.reactions.filter(({ from }) => from !== 'business')
  if (!on) return
  const word = checkText(payload, 'reaction', 'payload[reaction]', 40)
  const emoji = reactionEmoji(word) ?? (/\p{Extended_Pictographic}/u.test(word) ? word : undefined)
  if (emoji === undefined) throw badParameter(`Param payload[reaction]: "${word}" is no reaction.`)
  found.message.reactions.push({ from: 'business', emoji })
}
