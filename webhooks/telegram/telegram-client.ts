import { isRecord, type JsonRecord, recordAt } from '../meta/loose-json.ts'
import { readLimited } from '../meta/read-limited.ts'
import { wasNeverConnected } from '../meta/was-never-connected.ts'
import { reasonOf } from '../reason-of.ts'
import { type UploadedFile, uploadForm } from '../upload-form.ts'

export interface TelegramClientOptions {
  /** Where the Bot API answers, without a slash at the end: `https://api.telegram.org`. */
  root: string
  /** How long one call may take in all; with a large file, as much longer as its upload may. */
  timeoutMs?: number
}

/**
 * How a call ended, told apart by what may have happened at the other end.
 * - `answered`: `ok: true`; `result` as it came.
 * - `error`: Telegram's own refusal. Nothing was done.
 * - `turned-away`: an answer that is not Telegram's, such as a proxy's page.
 * - `not-sent`: no connection was ever made.
 * - `cut-off`: its files could not be uploaded as a whole. Nothing was done. `unread`: one of them could not be read here.
 * - `unconfirmed`: it went out and no readable answer came back.
 */
export type TelegramAnswer =
  | { kind: 'answered'; result: unknown }
  | { kind: 'error'; code: number; description: string; retryAfter?: number }
  | { kind: 'turned-away'; status: number }
  | { kind: 'not-sent'; reason: string }
  | { kind: 'cut-off'; reason: string; unread?: boolean }
  | { kind: 'unconfirmed'; reason: string }

export type TelegramFile = Omit<UploadedFile, 'type'>

export interface TelegramClient {
  /** Calls a method; with files as multipart, since JSON cannot carry them. Never throws for the network's reasons. */
  call(
    token: string,
    method: string,
    params: JsonRecord,
    files?: readonly TelegramFile[],
  ): Promise<TelegramAnswer>
}

const longestAnswer = 1_000_000

/**
 * The Bot API for sending to customers. grammY's client is not used here: it does not tell whether a call that failed was
 * ever on its way, and to customers nothing is sent twice.
 */
export function createTelegramClient({ root, timeoutMs = 14_500 }: TelegramClientOptions): TelegramClient {
  async function upload(url: string, params: JsonRecord, files: readonly TelegramFile[]) {
    const form = { fields: fieldsOf(params), files }
    const uploaded = await uploadForm(url, form, { timeoutMs, longestAnswer })
    return uploaded.kind === 'answered' ? sort(uploaded.response, uploaded.text) : uploaded
  }

  return {
    async call(token, method, params, files) {
      // The token is part of the address: one with a slash in it would call something else.
      if (!/^\d{1,18}:[\w-]+$/.test(token)) {
        return { kind: 'error', code: 401, description: 'The token is not one of a bot' }
      }
      try {
        if (files) return await upload(`${root}/bot${token}/${method}`, params, files)
        const response = await fetch(`${root}/bot${token}/${method}`, {
          method: 'POST',
          redirect: 'manual',
          signal: AbortSignal.timeout(timeoutMs),
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(params),
        })
        return sort(response, await readLimited(response, longestAnswer))
      } catch (error) {
        const reason = reasonOf(error)
        return wasNeverConnected(error) ? { kind: 'not-sent', reason } : { kind: 'unconfirmed', reason }
      }
    },
  }
}

const fieldsOf = (params: JsonRecord): Record<string, string> =>
  Object.fromEntries(
    Object.entries(params).flatMap(([key, value]) =>
      value === undefined ? [] : [[key, typeof value === 'string' ? value : JSON.stringify(value)]],
    ),
  )

function sort(response: Response, text: string | undefined): TelegramAnswer {
  const body = parse(text)
  if (body?.ok === true) return { kind: 'answered', result: body.result }
  if (body?.ok === false) {
    const retryAfter = Number(recordAt(body, 'parameters')?.retry_after)
    return {
      kind: 'error',
      code: Number(body.error_code) || response.status,
      description: typeof body.description === 'string' ? body.description : 'no reason given',
      ...(retryAfter > 0 ? { retryAfter } : {}),
    }
  }
  if (response.ok) return { kind: 'unconfirmed', reason: `unreadable ${response.status}` }
  // A gateway that gave up waiting has passed the message on.
  if (response.status === 504) return { kind: 'unconfirmed', reason: 'gateway timeout (504)' }
  return { kind: 'turned-away', status: response.status }
}

function parse(text: string | undefined): JsonRecord | undefined {
  if (text === undefined) return undefined
  try {
    const value: unknown = JSON.parse(text)
    return isRecord(value) ? value : undefined
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}
