import { badRequest } from '../api-error.ts'

const loopback = /^http:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d+)?([/?#]|$)/i

/**
 * Whether a Mini App may stand at an address. Telegram's test servers accept http; the sandbox does so for this machine
 * alone.
 */
export const isWebAppUrl = (url: string): boolean =>
  URL.canParse(url) && (/^https:\/\/[^/]+\.[^/]+/i.test(url) || loopback.test(url))

/** Reads a `WebAppInfo`. `subject` is what has it, in the words of the Bot API. Throws its 400. */
export function readWebApp(value: unknown, subject: string): { url: string } {
  const url = typeof value === 'object' && value !== null && 'url' in value ? value.url : undefined
  if (typeof url !== 'string') throw badRequest(`can't parse ${subject}: Can't find field "url"`)
  if (!isWebAppUrl(url))
    throw badRequest(`${subject} Web App URL '${url}' is invalid: Only HTTPS links are allowed`)
  return { url }
}
