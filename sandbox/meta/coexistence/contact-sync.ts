import { mayText, wantList, wantText } from '../control-input.ts'
import { type Fields, present } from '../fields.ts'
import type { MetaApp } from '../meta-app.ts'
import { Refusal } from '../refusal.ts'
import { numberChange, seconds } from '../webhook-envelope.ts'
import type { WebhookOutbox } from '../webhook-outbox.ts'

/**
 * `POST /playground/api/meta/contacts-sync`: the address book of the owner's phone, as `smb_app_state_sync`.
 * `contacts` with `name` and `phone` each; `action` is `add` (default, also for changes) or `remove`.
 * @throws {Refusal} 400
 */
export function syncContacts(
  outbox: WebhookOutbox,
  app: MetaApp,
  input: Fields,
  now: number,
): { contacts: number } {
  const action = mayText(input, 'action') ?? 'add'
  if (action !== 'add' && action !== 'remove') throw new Refusal(400, '"action" must be add or remove.')
  const contacts = wantList(input, 'contacts').map((one) => ({
    name: mayText(one, 'name'),
    phone: wantText(one, 'phone'),
  }))
  const state_sync = contacts.map(({ name, phone }) => {
    // A contact that is removed comes with its number only.
    const words = action === 'add' ? present({ full_name: name, first_name: name?.split(' ')[0] }) : {}
    const contact = { ...words, phone_number: phone.replace(/\D/g, '') }
    return { type: 'contact', contact, action, metadata: { timestamp: seconds(now) } }
  })
  outbox.send(app, 'smb_app_state_sync', numberChange(app, 'smb_app_state_sync', { state_sync }), '')
  return { contacts: contacts.length }
}
