import type { InboundItem } from '#core/channels/inbound-item.ts'
import type { JsonRecord } from '../loose-json.ts'

/** The networks of Meta's that speak in messaging events. */
export type DirectNetwork = 'instagram' | 'messenger'

/** What stands around one event or change of a call. */
export interface Place {
  network: DirectNetwork
  /** Where it stands in the call: `entry[0].messaging[1]`, or nothing. */
  path: string
  /** The Instagram account or the Page; undefined where the envelope does not name one. */
  account: string | undefined
  /** Meta's time of the entry, where it gives one. */
  entryTime: unknown
  /** Another app holds the conversation: we only listen. */
  standby: boolean
  /** Whether Meta's dashboard made it up for its "Test" button. */
  test: boolean
  now: Date
}

/**
 * Reads one messaging event.
 *
 * @throws Error whose message is the reason that the event is put aside with
 */
export type EventReader = (event: JsonRecord, place: Place) => InboundItem[]

/** How one of the networks differs from the other. */
export interface Dialect {
  network: DirectNetwork
  /** `object` of its calls. */
  object: string
  /** Readers by the key that names the event; the first key that an event has decides. */
  events: ReadonlyMap<string, EventReader>
  /** Reads a change that is no messaging event: comments, leads. Throws as an `EventReader` does. */
  readChange(field: string, value: unknown, place: Place): InboundItem[]
}
