import type { Asked, MediaSource } from '../channels/channel-port.ts'
import type { InboundAttachment } from '../channels/inbound-item.ts'

/** Fetches files that do not come from a customer's channel: those that staff sent. Given by the composition root. */
export interface MediaFetcher {
  /** As in `attachment.origin`. */
  origin: 'telegram_staff'
  /** Where the file can be downloaded now. */
  fetchMedia(file: InboundAttachment): Promise<Asked<MediaSource>>
}
