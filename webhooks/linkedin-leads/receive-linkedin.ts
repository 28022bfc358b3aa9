import { hash } from 'node:crypto'
import type { ParameterizedContext } from 'koa'
import { answer } from '../answer.ts'
import { type Reception, takeBody, takeIn } from '../intake.ts'
import { parseObject } from '../parse-object.ts'
import type { LinkedinSignature } from './linkedin-signature.ts'

/** A notification holds a few URNs. */
const maxBytes = 256 * 1024
const digestBytes = 16
/** LinkedIn sends a UUID; a stranger may send anything and would have us sign it. */
const challenge = /^[\w-]{1,100}$/

/**
 * `GET ?challengeCode=…`: LinkedIn asks when the webhook is connected and about every two hours after; 200 with the
 * code and our answer to it, as JSON, within its 3 s; 400 without a code.
 */
export function createLinkedinChallenge(signature: LinkedinSignature, { metrics }: Reception) {
  return (ctx: ParameterizedContext): void => {
    const code = new URLSearchParams(ctx.querystring).get('challengeCode')
    if (code === null || !challenge.test(code)) {
      metrics.rejected('bad-handshake')
      answer(ctx, 400, 'challengeCode is missing or is not a code.')
      return
    }
    ctx.status = 200
    ctx.set('X-Content-Type-Options', 'nosniff')
    ctx.type = 'application/json'
    ctx.body = JSON.stringify({ challengeCode: code, challengeResponse: signature.respond(code) })
  }
}

/**
 * `POST`: one notification. 200 once it is kept; 401 without a valid `X-LI-Signature` over the raw bytes; 400 for what is
 * not a JSON object; 503 when it cannot be kept.
 */
export function createLinkedinReceiver(reception: Reception, signature: LinkedinSignature) {
  const limits = { maxBytes, deadlineMs: reception.bodyDeadlineMs }

  return async (ctx: ParameterizedContext): Promise<void> => {
    const body = await takeBody(ctx, reception, limits)
    if (body === undefined) return
    const header = ctx.req.headers['x-li-signature']
    if (typeof header !== 'string' || header === '') {
      reception.metrics.rejected('no-signature')
      return answer(ctx, 401, 'X-LI-Signature is missing.')
    }
    if (!signature.isSigned(body, header)) {
      reception.metrics.rejected('bad-signature')
      return answer(ctx, 401, 'The signature does not match the body.')
    }
    if (parseObject(body) === undefined) {
      reception.metrics.rejected('not-json')
      return answer(ctx, 400, 'The body is not a JSON object.')
    }
    const dedupeKey = hash('sha256', body, 'buffer').subarray(0, digestBytes)
    return takeIn(ctx, reception, { source: 'linkedin_leads', dedupeKey, body })
  }
}
