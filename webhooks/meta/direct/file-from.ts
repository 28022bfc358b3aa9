import type { FileKind, InboundAttachment } from '#core/channels/inbound-item.ts'
import { dropUndefined } from '../drop-undefined.ts'
import { type JsonRecord, textAt } from '../loose-json.ts'

/** Hosts that show pages; Meta's files lie on others (fbsbx.com, fbcdn.net, cdninstagram.com). */
const pageHosts = /(^|\.)(instagram\.com|facebook\.com|fb\.com|fb\.watch|fb\.me|m\.me|ig\.me)$/

/** Whether an address leads to a page for people rather than to a file. */
export function isWebPage(url: string): boolean {
  return !URL.canParse(url) || pageHosts.test(new URL(url).hostname)
}

/**
 * The file behind a payload's `url`. Meta says neither type nor size, and only the address of a document holds its
 * name. The kind of a shared post or story is a guess: what the file is shows when it is fetched.
 */
export function fileFrom(payload: JsonRecord, kind: FileKind): InboundAttachment {
  const url = textAt(payload, 'url')
  return dropUndefined({
    kind,
    url,
    fileName: kind === 'document' && url !== undefined ? nameIn(url) : undefined,
  })
}

function nameIn(url: string): string | undefined {
  if (!URL.canParse(url)) return undefined
  const name = new URL(url).pathname.split('/').at(-1) ?? ''
  if (!/^[^/\\]{1,200}\.[a-z\d]{1,8}$/i.test(name)) return undefined
  try {
    return decodeURIComponent(name)
  } catch {
    // A percent sign that encodes nothing: the name stands as it is.
    return name
  }
}
