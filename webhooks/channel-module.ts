import type { ZodRawShape } from 'zod'
import type { ChannelPort } from '#core/channels/channel-port.ts'
import type { InboundReader, Network } from '#core/channels/inbound-item.ts'
import type { JsonRecord } from './meta/loose-json.ts'

/** Where a network's API answers and how long it may take. */
export interface ApiOptions {
  /** Without a slash at the end: `https://graph.facebook.com`. */
  root: string
  /** `v26.0` */
  version: string
  /** How long one call may take in all; at most and by default a little under 15 s. */
  timeoutMs?: number
}

/** One network, both directions. `channel.contract.ts` is what every module promises. */
export interface ChannelModule {
  network: Network
  /** Whether a verified call on Meta's shared webhook is this network's: by `object`, else by its shape. */
  claims(call: JsonRecord): boolean
  createReader(options: { now: () => Date }): InboundReader
  createPort(options: ApiOptions): ChannelPort
  /** Its own settings; `webhooks/settings.ts` puts all of them together. */
  settings: ZodRawShape
}
