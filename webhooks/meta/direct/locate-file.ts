import type { Asked, MediaSource } from '#core/channels/channel-port.ts'
import type { InboundAttachment } from '#core/channels/inbound-item.ts'
import { dropUndefined } from '../drop-undefined.ts'

/**
 * Where a file of Instagram or Messenger lies: at the signed address that came with the message. No token goes there.
 * Whether the address has expired shows only when it is fetched.
 *
 * @param root the API's, which the operator named himself
 */
export function locateFile(file: InboundAttachment, root: string): Asked<MediaSource> {
  const { url, mime, fileName, size } = file
  if (url === undefined || !URL.canParse(url)) {
    return {
      outcome: 'gone',
      failure: { code: 'no-address', title: 'The message came without an address of the file' },
    }
  }
  const trustedOrigins = [new URL(root).origin]
  return {
    outcome: 'found',
    value: dropUndefined({ url, tokenOrigins: [], trustedOrigins, mime, fileName, size }),
  }
}
