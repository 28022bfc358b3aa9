import { reasonOf } from '../reason-of.ts'
import { type UploadedForm, uploadForm } from '../upload-form.ts'
import { isRecord, type JsonRecord, recordAt } from './loose-json.ts'
import { readLimited } from './read-limited.ts'
import { readRegainMs } from './read-regain.ts'
import { retryAfterMs } from './retry-after.ts'
import { wasNeverConnected } from './was-never-connected.ts'

export interface GraphClientOptions {
  /** Where the Graph API answers, without a slash at the end: `https://graph.facebook.com`. */
  root: string
  /** `v26.0` */
  version: string
  /** How long one call may take in all, connecting and reading included. */
  timeoutMs?: number | undefined
}

/** Meta's error as it stands in `error` of an answer. */
export interface GraphError {
  code: number
  subcode?: number
  message: string
  detail?: string
  /** Meta's own word that trying again may help. */
  transient: boolean
}

/**
 * How a call ended, told apart by what may have happened at the other end.
 * - `answered`: 2xx with a JSON object and no error in it.
 * - `error`: Meta answered with its error envelope, whatever the HTTP status.
 * - `turned-away`: an answer without envelope, such as a proxy's page: not taken.
 * - `not-sent`: no connection was ever made, or none was tried.
 * - `cut-off`: its file could not be uploaded as a whole: not taken.
 * - `unconfirmed`: it went out and no readable answer came back: it may or may not have been taken.
 */
export type GraphAnswer =
  | { kind: 'answered'; body: JsonRecord }
  | { kind: 'error'; status: number; error: GraphError; afterMs?: number }
  | { kind: 'turned-away'; status: number; afterMs?: number }
  | { kind: 'not-sent'; reason: string }
  | { kind: 'bad-token' }
  | { kind: 'cut-off'; reason: string }
  | { kind: 'unconfirmed'; reason: string }

/** Every ending but success. */
export type GraphFailure = Exclude<GraphAnswer, { kind: 'answered' }>

export interface CallLimits {
  /** How long this call may take, where that is less than the client's own time. */
  timeoutMs?: number | undefined
}

/**
 * Never throws for a network's reasons. Paths stand below the version, their segments already encoded: `1234/messages`.
 */
export interface GraphClient {
  get(path: string, token: string, query?: Record<string, string>, limits?: CallLimits): Promise<GraphAnswer>
  /** Posts JSON. */
  post(path: string, token: string, body: JsonRecord, limits?: CallLimits): Promise<GraphAnswer>
  delete(path: string, token: string, limits?: CallLimits): Promise<GraphAnswer>
  /** Posts a form with a stored file in it; a large one may take longer. */
  upload(path: string, token: string, form: UploadedForm, limits?: CallLimits): Promise<GraphAnswer>
}

/** A real answer is under 2 kB, a page of templates some hundred; more is not worth the memory. */
const longestAnswer = 1_000_000

/** A little under the 15 s in which a send has to settle. */
export const graphTimeoutMs = 14_500

export function createGraphClient(options: GraphClientOptions): GraphClient {
  const { root, version, timeoutMs = graphTimeoutMs } = options

  async function call(
    token: string,
    limits: CallLimits,
    run: (authorization: string, timeoutMs: number) => Promise<GraphAnswer>,
  ): Promise<GraphAnswer> {
    // fetch would name the whole header, token included, in its own complaint.
    if (!/^[\x21-\x7e]+$/.test(token)) return { kind: 'bad-token' }
    // Whole milliseconds, and at least one: a share of what is left may be neither.
    const time = Math.max(Math.ceil(Math.min(timeoutMs, limits.timeoutMs ?? timeoutMs)), 1)
    try {
      return hideToken(await run(`Bearer ${token}`, time), token)
    } catch (error) {
      const reason = reasonOf(error)
      return wasNeverConnected(error) ? { kind: 'not-sent', reason } : { kind: 'unconfirmed', reason }
    }
  }

  const ask = (path: string, token: string, init: RequestInit, limits: CallLimits = {}) =>
    call(token, limits, async (authorization, time) => {
      const headers = new Headers(init.headers)
      headers.set('authorization', authorization)
      const response = await fetch(`${root}/${version}/${path}`, {
        ...init,
        headers,
        // A redirect would carry the token to wherever it points.
        redirect: 'manual',
        signal: AbortSignal.timeout(time),
      })
      return sort(response, await readLimited(response, longestAnswer))
    })

  return {
    get: (path, token, query = {}, limits) => {
      const asked = new URLSearchParams(query).toString()
      return ask(asked === '' ? path : `${path}?${asked}`, token, { method: 'GET' }, limits)
    },
    post: (path, token, body, limits) => {
      const headers = { 'content-type': 'application/json' }
      return ask(path, token, { method: 'POST', headers, body: JSON.stringify(body) }, limits)
    },
    delete: (path, token, limits) => ask(path, token, { method: 'DELETE' }, limits),
    upload: (path, token, form, limits = {}) =>
      call(token, limits, async (authorization, time) => {
        const options = { headers: { authorization }, timeoutMs: time, longestAnswer }
        const uploaded = await uploadForm(`${root}/${version}/${path}`, form, options)
        return uploaded.kind === 'answered' ? sort(uploaded.response, uploaded.text) : uploaded
      }),
  }
}

/** Meta quotes a token that it cannot read, and refusals are told to people and written down. */
function hideToken(answer: GraphAnswer, token: string): GraphAnswer {
  if (answer.kind !== 'error') return answer
  const { message, detail, ...rest } = answer.error
  const hide = (text: string) => text.replaceAll(token, '…')
  const shown = { ...rest, message: hide(message), ...(detail === undefined ? {} : { detail: hide(detail) }) }
  return { ...answer, error: shown }
}

function sort(response: Response, text: string | undefined): GraphAnswer {
  const { status, headers } = response
  const json = parse(text)
  const later = retryAfterMs(headers.get('retry-after')) ?? readRegainMs(headers)
  const wait = later === undefined ? {} : { afterMs: later }
  const error = json && readGraphError(json)
  if (error) return { kind: 'error', status, error, ...wait }
  if (response.ok) {
    return json ? { kind: 'answered', body: json } : { kind: 'unconfirmed', reason: `unreadable ${status}` }
  }
  // A gateway that gave up waiting has passed the message on.
  if (status === 504) return { kind: 'unconfirmed', reason: 'gateway timeout (504)' }
  return { kind: 'turned-away', status, ...wait }
}

function parse(text: string | undefined): JsonRecord | undefined {
  if (text === undefined) return undefined
  try {
    const json: unknown = JSON.parse(text)
    return isRecord(json) ? json : undefined
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

function readGraphError(json: JsonRecord): GraphError | undefined {
  const error = recordAt(json, 'error')
  if (error === undefined) return undefined
  const code = Number(error.code)
  const subcode = Number(error.error_subcode)
  const details = recordAt(error, 'error_data')?.details ?? error.error_user_msg
  return {
    code: Number.isInteger(code) ? code : -1,
    message: typeof error.message === 'string' ? error.message : 'no message',
    transient: error.is_transient === true,
    ...(Number.isInteger(subcode) ? { subcode } : {}),
    ...(typeof details === 'string' ? { detail: details } : {}),
  }
}
