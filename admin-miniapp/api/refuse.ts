import type { ParameterizedContext } from 'koa'
import { isAway } from '#core/database/is-away.ts'
import { DeskError, type DeskErrorKind } from '#core/errors.ts'
import type { Say } from '#core/i18n.ts'
import type { Logger } from '#core/log.ts'
import type { Refusal } from '../contract.ts'

const statuses: Record<DeskErrorKind, number> = {
  'not-found': 404,
  forbidden: 403,
  invalid: 400,
  conflict: 409,
  unavailable: 503,
}

/** Refusals that HTTP has a better word for than their kind. */
const ownStatuses: Record<string, number> = {
  'launch-refused': 401,
  'session-over': 401,
  'not-a-member': 403,
  'body-too-large': 413,
  'not-json': 415,
  'requests-many': 429,
  'sessions-many': 429,
}

/** After how long to try again, in seconds, where nobody said. */
const usualWait = 60

/** Answers with a refusal in the reader's language. What is no refusal is a bug, or a database that is away. */
export function refuse(ctx: ParameterizedContext, say: Say, error: unknown, log: Logger): void {
  const told = error instanceof DeskError ? error : fault(error, log)
  const { code, kind, data } = told
  ctx.status = ownStatuses[code] ?? statuses[kind]
  if (ctx.status === 429) ctx.set('Retry-After', String(data.seconds ?? usualWait))
  const key = `error-${code}`
  const sentence = say(key, data)
  const body: Refusal = { error: { code, message: sentence === key ? say('error-unknown') : sentence } }
  ctx.body = body
}

function fault(error: unknown, log: Logger): DeskError {
  if (isAway(error)) {
    log.warn({ err: error }, 'the Mini App was not answered: the database is away')
    return new DeskError('unavailable', 'unknown')
  }
  log.error({ err: error }, 'the Mini App was not answered')
  return new DeskError('unavailable', 'unknown')
}
