import type { ZodRawShape } from 'zod'
import type { ChannelPort } from '#core/channels/channel-port.ts'
import type { InboundReader, Network } from '#core/channels/inbound-item.ts'
import type { InboundSource } from '#core/inbox/raw-call.ts'
import type { JsonRecord } from './meta/loose-json.ts'
import type { TelegramWebhook } from './telegram/customer-webhook.ts'

/** Where the networks' APIs answer, without slashes at the end, and how long a call may take. */
export interface ApiOptions {
  /** `https://graph.facebook.com`, `v26.0`, and the secrets of the app (and of its Instagram Login) where they are set. */
  meta: { root: string; version: string; appSecret?: string; instagramSecret?: string }
  /** `https://api.telegram.org`; `webhook` where customers' bots shall deliver to us, absent while they are polled. */
  telegram: { root: string; webhook?: TelegramWebhook; staffBotId?: string }
  /** `https://api.linkedin.com` */
  linkedin: { root: string; webhookUrl?: string }
  /** How long one call may take in all; at most and by default a little under 15 s. */
  timeoutMs?: number
}

/** One folder of this room: a network, or a few that come through one door. `channel.contract.ts` is what it promises. */
export interface ChannelModule {
  /** The networks whose items its reader gives. */
  networks: readonly Network[]
  /** The sources of the inbox that its reader reads. */
  sources: readonly InboundSource[]
  /**
   * For a verified call on Meta's shared webhook: which source it is, by `object`, else by its shape; undefined when it
   * is somebody else's. Modules that are not Meta's have none.
   */
  claims?(call: JsonRecord): InboundSource | undefined
  createReader(options: { now: () => Date }): InboundReader
  /** One port for each of its networks, lead sources (which cannot be answered) included. */
  createPorts(options: ApiOptions): ChannelPort[]
  /** Its own settings; `webhooks/settings.ts` puts all of them together. */
  settings: ZodRawShape
}
