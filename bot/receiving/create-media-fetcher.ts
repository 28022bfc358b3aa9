import { type Api, GrammyError } from 'grammy'
import type { Asked, MediaSource } from '#core/channels/channel-port.ts'
import type { MediaFetcher } from '#core/media/media-fetcher.ts'

export interface FetcherOptions {
  token: string
  /** Without a slash at its end. */
  apiRoot: string
  api: Api
}

/**
 * Says where a file that a member sent can be downloaded: for an hour, at an address that holds the token, so that it is
 * asked for each time and never kept. The operator named the host himself, so it may be on this machine.
 */
export function createMediaFetcher({ token, apiRoot, api }: FetcherOptions): MediaFetcher {
  return {
    origin: 'telegram_staff',
    async fetchMedia({ mediaId, mime, fileName, size }) {
      if (mediaId === undefined) {
        return { outcome: 'gone', failure: { code: 'no-media-id', title: 'There is no id of this file' } }
      }
      try {
        const { file_path: path, file_size: known } = await api.getFile(mediaId)
        if (path === undefined) {
          return {
            outcome: 'later',
            failure: { code: 'no-path', title: 'Telegram named no place of this file' },
          }
        }
        const bytes = known ?? size
        return {
          outcome: 'found',
          value: {
            url: `${apiRoot}/file/bot${token}/${path.split('/').map(encodeURIComponent).join('/')}`,
            tokenOrigins: [],
            trustedOrigins: [new URL(apiRoot).origin],
            ...(mime === undefined ? {} : { mime }),
            ...(fileName === undefined ? {} : { fileName }),
            ...(bytes === undefined ? {} : { size: bytes }),
          },
        }
      } catch (error) {
        return sortFailure(error)
      }
    },
  }
}

/** Asking changes nothing: whatever is in doubt is asked again. Only Telegram's clear word about the file ends it. */
function sortFailure(error: unknown): Asked<MediaSource> {
  if (!(error instanceof GrammyError)) {
    // grammY's own words may hold the address, and with it the token.
    return { outcome: 'later', failure: { code: 'no-connection', title: 'No connection to Telegram' } }
  }
  const { error_code: code, description, parameters } = error
  const isTooLarge = /file is too big/i.test(description)
  const failure = { code: isTooLarge ? 'too-large' : `telegram-${code}`, title: description.slice(0, 300) }
  if (code === 400) return { outcome: 'gone', failure }
  const { retry_after: seconds } = parameters
  return { outcome: 'later', failure, ...(seconds === undefined ? {} : { afterMs: seconds * 1000 }) }
}
