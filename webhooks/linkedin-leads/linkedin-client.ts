import type { Asked } from '#core/channels/channel-port.ts'
import type { NetworkFailure } from '#core/channels/inbound-item.ts'
import { isRecord, type JsonRecord, textAt } from '../meta/loose-json.ts'
import { parseLosslessly } from '../meta/parse-losslessly.ts'
import { readLimited } from '../meta/read-limited.ts'
import { retryAfterMs } from '../meta/retry-after.ts'

export interface LinkedinClient {
  /** @param path below `/rest/`, already encoded */
  get(path: string, token: string): Promise<Asked<JsonRecord>>
  post(path: string, token: string, body: JsonRecord): Promise<Asked<JsonRecord>>
}

/** Versions of the Marketing API live for a year. */
const apiVersion = '202609'
const longestAnswer = 5_000_000

/**
 * LinkedIn's REST API. Every ending but a good answer is sorted into what can be done about it.
 * Source: https://learn.microsoft.com/linkedin/marketing/lead-sync/leadsync
 */
export function createLinkedinClient({ root, timeoutMs = 14_500 }: { root: string; timeoutMs?: number }) {
  async function call(
    method: string,
    path: string,
    token: string,
    body?: JsonRecord,
  ): Promise<Asked<JsonRecord>> {
    // fetch would name the whole header, token included, in its own complaint.
    if (!/^[\x21-\x7e]+$/.test(token)) {
      return {
        outcome: 'channel-stopped',
        failure: { code: 'bad-token', title: 'The access token is not one' },
      }
    }
    try {
      const response = await fetch(`${root}/rest/${path}`, {
        method,
        headers: {
          authorization: `Bearer ${token}`,
          'linkedin-version': apiVersion,
          'x-restli-protocol-version': '2.0.0',
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        redirect: 'manual',
        signal: AbortSignal.timeout(timeoutMs),
      })
      return sort(response, parse(await readLimited(response, longestAnswer)))
    } catch (error) {
      const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error
      const detail =
        cause instanceof Error ? String((cause as NodeJS.ErrnoException).code ?? cause.name) : 'unknown'
      return { outcome: 'later', failure: { code: 'no-answer', title: 'LinkedIn did not answer', detail } }
    }
  }
  return {
    get: (path: string, token: string) => call('GET', path, token),
    post: (path: string, token: string, body: JsonRecord) => call('POST', path, token, body),
  } satisfies LinkedinClient
}

function sort(response: Response, body: JsonRecord | undefined): Asked<JsonRecord> {
  const { status } = response
  // A creation answers 201 with its id in a header and nothing else.
  if (response.ok) return { outcome: 'found', value: body ?? {} }
  const failure: NetworkFailure = {
    code: (body && textAt(body, 'code')) ?? `http-${status}`,
    title: (body && textAt(body, 'message')) ?? `HTTP ${status} without a reason`,
  }
  if (status === 401 || status === 403) return { outcome: 'channel-stopped', failure }
  if (status === 404 || status === 410) return { outcome: 'gone', failure }
  const afterMs = retryAfterMs(response.headers.get('retry-after'))
  return { outcome: 'later', failure, ...(afterMs === undefined ? {} : { afterMs }) }
}

function parse(text: string | undefined): JsonRecord | undefined {
  if (!text) return undefined
  try {
    const json = parseLosslessly(text)
    return isRecord(json) ? json : undefined
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}
