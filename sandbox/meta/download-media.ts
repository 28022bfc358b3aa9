import type { Answer } from './http-exchange.ts'
import type { MediaStore } from './media-store.ts'
import type { MetaApps } from './meta-app.ts'

/**
 * The bytes behind a download address. Refused with 401 without the Bearer token of the number, with 404 once the five
 * minutes are over.
 */
export function downloadMedia(
  { apps, media }: { apps: MetaApps; media: MediaStore },
  token: string | undefined,
  url: URL,
): Answer {
  if (token === undefined || !apps.byToken(token)) return { status: 401, text: 'Authentication Error' }
  const file = media.atUrl(url)
  if (!file || apps.byNumber(file.phoneNumberId)?.accessToken !== token)
    return { status: 404, text: 'URL expired' }
  return { status: 200, bytes: file.bytes, headers: { 'content-type': file.mime } }
}

/** The bytes behind an address that needs no token; 403 once it is stale or when it was tampered with, as a CDN answers. */
export function downloadOpenMedia(media: MediaStore, url: URL): Answer {
  const file = media.atUrl(url)
  if (!file) return { status: 403, text: 'URL signature expired' }
  return { status: 200, bytes: file.bytes, headers: { 'content-type': file.mime } }
}
