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
  if (!(error instanceof Error)) return { message: withoutSecrets(String(error)) }
  const { code, kind } = error as { code?: unknown; kind?: unknown }
  return {
    type: error.name,
    message: withoutSecrets(error.message),
    ...(code === undefined ? {} : { code }),
    ...(kind === undefined ? {} : { kind }),
    stack: withoutSecrets(error.stack ?? ''),
    ...(error.cause === undefined ? {} : { cause: describeError(error.cause) }),
  }
}

const botToken = /\b\d{5,12}:[\w-]{30,}\b/g
const bearer = /(bearer\s+|access_token=)[\w.-]+/gi

export const withoutSecrets = (text: string): string =>
  text.replace(botToken, '<bot token>').replace(bearer, '$1<token>')
