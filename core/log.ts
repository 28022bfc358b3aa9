import pino, { type Logger } from 'pino'

export type { Logger } from 'pino'

/**
 * The log: JSON lines on standard output. Message texts, names, phones and tokens are never given to it; what an
 * error may carry of them (database details, request addresses with a bot's token) is cut here.
 */
export function createLog(level: string): Logger {
  return pino({
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    serializers: { err: describeError },
  })
}

/** What may be known of an error: its kind, code, stack and causes, without values of rows or secrets in addresses. */
export function describeError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { message: messageOf(error) }
  const { code, kind } = error as { code?: unknown; kind?: unknown }
  return {
    type: error.name,
    message: messageOf(error),
    ...(code === undefined ? {} : { code }),
    ...(kind === undefined ? {} : { kind }),
    stack: withoutSecrets((error.stack ?? '').replace(error.message, () => withoutValues(error))),
    ...(error.cause === undefined ? {} : { cause: describeError(error.cause) }),
  }
}

/** What an error says, for the log and for `last_error`: without values of rows and without secrets. */
export const messageOf = (error: unknown): string =>
  withoutSecrets(error instanceof Error ? withoutValues(error) : String(error))

/**
 * PostgreSQL quotes the value that it could not read, which may be anything that a customer wrote. What it quotes of
 * broken constraints (class 23) are names; of wrong statements (42), too, but for the text of a search; else, all that
 * stands between the first and the last quote goes, since a value may hold quotes itself.
 */
function withoutValues(error: Error): string {
  const { code } = error as { code?: unknown }
  const { message } = error
  if (typeof code !== 'string' || !/^[\dA-Z]{5}$/.test(code) || code.startsWith('23')) return message
  if (code.startsWith('42')) return message.replace(/(: |near )".*"/s, '$1"…"')
  return message.replace(/".*"/s, '"…"')
}

/** Also right behind the `/bot` of an address of Telegram's. */
const botToken = /(?<!\d)\d{5,12}:[\w-]{30,}/g
const bearer = /(bearer\s+|access_token=)[\w.-]+/gi

export const withoutSecrets = (text: string): string =>
  text.replace(botToken, '<bot token>').replace(bearer, '$1<token>')
