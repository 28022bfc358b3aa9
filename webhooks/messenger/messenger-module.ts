import type { ChannelModule } from '../channel-module.ts'
import { createFacebookLeadsPort } from '../facebook-leads/create-facebook-leads-port.ts'
import { isRecord, type JsonRecord, listAt, recordAt } from '../meta/loose-json.ts'
import { createMessengerPort } from './create-messenger-port.ts'
import { messengerShape } from './messenger-settings.ts'
import { createMessengerReader } from './read-messenger.ts'

/** A Facebook Page: its messages, and the leads of its ads, which come through the same door. */
export const messengerModule: ChannelModule = {
  networks: ['messenger', 'facebook_leads'],
  sources: ['messenger'],
  claims: (call) => (isPage(call) ? 'messenger' : undefined),
  createReader: createMessengerReader,
  createPorts: (options) => [createMessengerPort(options), createFacebookLeadsPort(options)],
  settings: messengerShape,
}

const ownFields = new Set<unknown>(['leadgen', 'feed'])

/** Without `object` a call is told by its shape: Instagram's and Messenger's events look alike, and most are a Page's. */
function isPage(call: JsonRecord): boolean {
  if (call.object !== undefined) return call.object === 'page'
  if (ownFields.has(call.field)) return true
  const value = recordAt(call, 'value')
  if (value && (recordAt(value, 'sender') ?? recordAt(value, 'recipient'))) return true
  const [entry] = listAt(call, 'entry') ?? []
  return isRecord(entry) && (Array.isArray(entry.messaging) || Array.isArray(entry.standby))
}
