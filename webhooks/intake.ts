import type { ParameterizedContext } from 'koa'
import { isAway } from '#core/database/is-away.ts'
import { DeskError } from '#core/errors.ts'
import type { Intake, RawCall } from '#core/inbox/raw-call.ts'
import { answer, answerAndHangUp, answerUnread } from './answer.ts'
import type { BodyLimits, BodyRefusal, ReadRawBody } from './read-raw-body.ts'
import type { WebhookMetrics } from './webhook-metrics.ts'

/** What every route of this room works with. */
export interface Reception {
  intake: Intake
  metrics: WebhookMetrics
  readRawBody: ReadRawBody
  bodyDeadlineMs: number
}

const refusals: Record<Exclude<BodyRefusal, 'aborted'>, [status: number, text: string]> = {
  'too-large': [413, 'The body is too large.'],
  'too-slow': [408, 'The body took too long.'],
  'too-busy': [503, 'Too many large bodies at once; try again.'],
}

const later = { 'Retry-After': '5' }

/**
 * Reads the raw body, or answers why not.
 *
 * @returns undefined when the call has been answered, or nobody is there to answer
 */
export async function takeBody(
  ctx: ParameterizedContext,
  reception: Reception,
  limits: BodyLimits,
): Promise<Buffer | undefined> {
  const encoding = ctx.req.headers['content-encoding']
  if (encoding !== undefined && encoding !== 'identity') {
    // Senders sign and send plain bytes; unpacking a stranger's archive would be an invitation.
    reception.metrics.rejected('encoded')
    answerUnread(ctx, 415, 'The body must not be compressed.')
    return undefined
  }
  const body = await reception.readRawBody(ctx.req, limits)
  if (typeof body !== 'string') return body
  reception.metrics.rejected(body)
  if (body === 'aborted') {
    ctx.respond = false
    return undefined
  }
  const [status, text] = refusals[body]
  answerAndHangUp(ctx, status, text, status === 503 ? later : undefined)
  return undefined
}

/** Puts a verified call into the inbox; 200 only once it is kept. */
export async function takeIn(ctx: ParameterizedContext, reception: Reception, call: RawCall): Promise<void> {
  if (await keep(ctx, reception, call)) answer(ctx, 200, '')
}

/**
 * Puts a verified call into the inbox and leaves the good answer to the caller.
 *
 * @returns whether it is kept; if not, the call has been answered
 */
export async function keep(ctx: ParameterizedContext, reception: Reception, call: RawCall): Promise<boolean> {
  try {
    await reception.intake.accept(call)
  } catch (error) {
    notKept(ctx, reception, error)
    return false
  }
  reception.metrics.accepted(call.source)
  return true
}

/** Answers a call that could not be kept: its sender shall send it again. */
export function notKept(ctx: ParameterizedContext, reception: Reception, error: unknown): void {
  if (isAway(error) || (error instanceof DeskError && error.kind === 'unavailable')) {
    reception.metrics.rejected('not-kept')
    answer(ctx, 503, 'The call could not be kept; send it again.', later)
    return
  }
  reception.metrics.rejected('bug')
  ctx.app.emit('error', error, ctx)
  answer(ctx, 500, 'Something went wrong on our side.')
}
