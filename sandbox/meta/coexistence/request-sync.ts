import { checkProduct } from '../check-message.ts'
import { type GraphCall, jsonBody } from '../graph-call.ts'
import { GraphError } from '../graph-error.ts'
import type { MediaStore } from '../media-store.ts'
import type { MetaApp } from '../meta-app.ts'
import type { CompleteOptions } from '../meta-options.ts'
import type { PhoneBook } from '../phone-book.ts'
import { badParameter } from '../problems.ts'
import type { WebhookOutbox } from '../webhook-outbox.ts'
import { syncContacts } from './contact-sync.ts'
import { newRequestId, syncHistory } from './history-sync.ts'

interface Ground {
  book: PhoneBook
  outbox: WebhookOutbox
  media: MediaStore
  options: CompleteOptions
}

/**
 * `POST /{number}/smb_app_data` with `sync_type` smb_app_state_sync or history: the WhatsApp Business app hands over
 * its contacts or conversations, each once.
 * @throws {GraphError} 100 for the body, 2593107 when it was asked for before
 */
export function requestSync({ book, outbox, media, options }: Ground, app: MetaApp, call: GraphCall) {
  const body = jsonBody(call)
  checkProduct(body)
  const type = body.sync_type
  if (type !== 'smb_app_state_sync' && type !== 'history')
    throw badParameter('Param sync_type must be one of {HISTORY, SMB_APP_STATE_SYNC}.')
  const synced = app.synced ?? []
  if (synced.includes(type))
    throw new GraphError({ code: 2593107, title: 'The synchronization can be requested only once.' })
  app.synced = [...synced, type]
  const now = options.now()
  const contacts = book.all().flatMap(({ name, phone }) => (phone === undefined ? [] : [{ name, phone }]))
  if (type === 'history') syncHistory({ outbox, media }, app, {}, now)
  else if (contacts.length > 0) syncContacts(outbox, app, { contacts }, now)
  return { messaging_product: 'whatsapp', request_id: newRequestId() }
}
