import type { Refusal, SessionAnswer } from '../../contract.ts'

/** Why something was not answered: in the desk's own words, where it had any. */
export class ApiError extends Error {
  readonly code: string
  constructor(code: string, message: string) {
    super(message)
    this.name = 'ApiError'
    this.code = code
  }
}

/** What the page asks the desk with. */
export interface Session {
  /** Who the member is, once Telegram's data was exchanged for a session. */
  begin(): Promise<SessionAnswer['me']>
  /** @throws ApiError also `unreachable` and `session-over` */
  get<Answer>(path: string, signal?: AbortSignal): Promise<Answer>
  /** Ends the session on the server. */
  end(): Promise<void>
}

const api = '../api/v1'
/** Only the tab knows it, so that the page may be loaded again: Telegram gives its data once. */
const kept = 'parley-session'
/** A phone that has lost the net is told so after a while. In milliseconds. */
const patience = 20_000

/** @param language for what is refused before the desk knows whom it speaks to */
export function createSession(initData: string, language: string): Session {
  let token = initData === '' ? read() : ''
  let beginning: Promise<SessionAnswer> | undefined

  async function exchange(): Promise<SessionAnswer> {
    const answer = await ask<SessionAnswer>('/sessions', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ initData }),
    })
    token = answer.token
    keep(token)
    return answer
  }
  /** Many questions that find the session over at once exchange the data once. */
  const exchangeOnce = () => {
    beginning ??= exchange().finally(() => {
      beginning = undefined
    })
    return beginning
  }

  async function ask<Answer>(path: string, options: RequestInit = {}): Promise<Answer> {
    const ending = new AbortController()
    const late = setTimeout(() => ending.abort(), patience)
    options.signal?.addEventListener('abort', () => ending.abort(), { once: true })
    const headers = { 'Accept-Language': language, ...options.headers }
    let response: Response
    try {
      response = await fetch(api + path, {
        ...options,
        headers,
        signal: ending.signal,
        credentials: 'omit',
        cache: 'no-store',
      })
    } catch (error) {
      if (options.signal?.aborted) throw error
      throw new ApiError('unreachable', '')
    } finally {
      clearTimeout(late)
    }
    if (response.status === 204) return undefined as Answer
    const body: unknown = await response.json().catch(() => undefined)
    if (response.ok && body !== undefined) return body as Answer
    const { code = 'unknown', message = '' } = (body as Refusal | undefined)?.error ?? {}
    throw new ApiError(code, message)
  }

  const askAs = <Answer>(path: string, options: RequestInit = {}) =>
    ask<Answer>(path, { ...options, headers: { Authorization: `Bearer ${token}` } })

  return {
    async begin() {
      if (initData !== '') return (await exchangeOnce()).me
      if (token === '') throw new ApiError('outside', '')
      return askAs<SessionAnswer['me']>('/me')
    },
    async get<Answer>(path: string, signal?: AbortSignal) {
      const options = signal ? { signal } : {}
      try {
        return await askAs<Answer>(path, options)
      } catch (error) {
        if (!(error instanceof ApiError) || error.code !== 'session-over' || initData === '') throw error
        // Telegram's data may be good for a little longer than the session was.
        await exchangeOnce().catch(() => {
          throw error
        })
        return askAs<Answer>(path, options)
      }
    },
    async end() {
      await askAs('/sessions/current', { method: 'DELETE' })
      token = ''
      keep('')
    },
  }
}

function read(): string {
  try {
    return sessionStorage.getItem(kept) ?? ''
  } catch {
    return ''
  }
}

function keep(token: string): void {
  try {
    if (token === '') sessionStorage.removeItem(kept)
    else sessionStorage.setItem(kept, token)
  } catch {
    // A frame that may keep nothing: then a page that is loaded again says that it must be opened again.
  }
}
