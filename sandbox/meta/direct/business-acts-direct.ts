import { mayText, wantText } from '../control-input.ts'
import type { Fields } from '../fields.ts'
import { newMid } from '../ids.ts'
import type { KeptPhone, PhoneMessage } from '../phone.ts'
import { Refusal } from '../refusal.ts'
import { actingOf } from './acting-of.ts'
import { directContent } from './direct-content.ts'
import { type DirectGround, fromCustomer } from './direct-ground.ts'

/** The inbox that Meta itself gives to a Page, and the one of Instagram. */
const inboxApp = '26390203743090'

/**
 * `POST /playground/api/phones/:id/echo`: somebody of the business answers in the network's own app. `kind` as for
 * customers: `text`, a file or `share`. The product hears of it as an echo that is not its own.
 * @throws {Refusal} 400, 409 without account
 */
export function echoDirect(
  ground: DirectGround,
  phone: KeptPhone,
  input: Fields,
  origin: string,
): PhoneMessage {
  const { book, media, direct } = ground
  const acting = actingOf(ground, phone, input, origin)
  const made = directContent({ kind: 'text', ...input }, acting, media)
  if (!made) throw new Refusal(400, `There is no kind "${wantText(input, 'kind')}" to answer with.`)
  const id = newMid(acting.account.network)
  const bubble: PhoneMessage = {
    id,
    from: 'business',
    ...made.bubble,
    at: acting.at,
    status: 'sent',
    reactions: [],
  }
  book.write(phone, bubble)
  book.changed(phone)
  const to = { accountId: acting.account.id, phoneId: phone.id }
  direct.begin({ id, ...to, status: 'accepted', message: made.message, appId: inboxApp })
  return bubble
}

/**
 * `POST /playground/api/phones/:id/handover` with `event`: `take` gives the conversation to another app (`appId`,
 * default Meta's inbox), so that the product only listens; `pass` gives it back; `request` asks for it.
 * @throws {Refusal} 400, 409 without account
 */
export function handOver(ground: DirectGround, phone: KeptPhone, input: Fields): KeptPhone {
  const acting = actingOf(ground, phone, input, '')
  const { account, at } = acting
  const event = wantText(input, 'event')
  const other = mayText(input, 'appId') ?? phone.threadOwner ?? inboxApp
  const metadata = mayText(input, 'metadata') ?? ''
  const bodies: Record<string, Fields> = {
    take: {
      take_thread_control: { previous_owner_app_id: account.appId, new_owner_app_id: other, metadata },
    },
    pass: {
      pass_thread_control: { previous_owner_app_id: other, new_owner_app_id: account.appId, metadata },
    },
    request: { request_thread_control: { requested_owner_app_id: other, metadata } },
  }
  const body = Object.hasOwn(bodies, event) ? bodies[event] : undefined
  if (!body) throw new Refusal(400, `"event" must be one of ${Object.keys(bodies).join(', ')}.`)
  if (event === 'take') phone.threadOwner = other
  if (event === 'pass') delete phone.threadOwner
  const field = account.network === 'messenger' ? 'messaging_handovers' : 'messaging_handover'
  ground.tell.events(account, field, [{ ...fromCustomer(acting), ...body }], { peer: phone.userId, at })
  ground.book.changed(phone)
  return phone
}
