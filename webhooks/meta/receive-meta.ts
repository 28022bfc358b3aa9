import { hash } from 'node:crypto'
import type { ParameterizedContext } from 'koa'
import { answer } from '../answer.ts'
import type { ChannelModule } from '../channel-module.ts'
import { type Reception, takeBody, takeIn } from '../intake.ts'
import { parseObject } from '../parse-object.ts'
import type { JsonRecord } from './loose-json.ts'
import { createSignatureCheck } from './signature.ts'

/** Meta's own limit. */
const maxBytes = 3 * 1024 * 1024

/** 128 bits: signed calls that differ never share it by chance, and the unique index stays half as big. */
const digestBytes = 16

/**
 * `POST`: one call of Meta's. 200 once it is kept; 401 without a valid signature over the raw bytes; 400
 * for what is not a JSON object; 408, 413, 415 for a body that is too slow, too long or compressed; 503
 * when it cannot be kept.
 *
 * A signed call that no module claims goes to the first module, whose reader keeps it as a notice: Meta
 * sent it, so an answer of 200 that forgets it would lose it for good.
 *
 * An account with Instagram Login belongs to an app of its own inside Meta's app, whose secret signs its calls.
 *
 * @throws Error when a secret is empty or there is no module
 */
export function createMetaReceiver(
  reception: Reception,
  options: { appSecret: string; instagramSecret?: string; modules: readonly ChannelModule[] },
) {
  const isSigned = createSignatureCheck(options.appSecret)
  const { instagramSecret } = options
  const isSignedForInstagram =
    instagramSecret === undefined ? undefined : createSignatureCheck(instagramSecret)
  const modules = options.modules.filter((module) => module.claims !== undefined)
  const fallback = modules[0]?.sources[0]
  if (fallback === undefined) throw new Error('The Meta webhook has no channel module to hand its calls to.')
  const limits = { maxBytes, deadlineMs: reception.bodyDeadlineMs }
  const sourceOf = (call: JsonRecord) => {
    for (const module of modules) {
      const source = module.claims?.(call)
      if (source !== undefined) return source
    }
    return undefined
  }

  return async (ctx: ParameterizedContext): Promise<void> => {
    const body = await takeBody(ctx, reception, limits)
    if (body === undefined) return

    const header = ctx.req.headers['x-hub-signature-256']
    if (typeof header !== 'string' || header === '') {
      reception.metrics.rejected('no-signature')
      return answer(ctx, 401, 'X-Hub-Signature-256 is missing.')
    }
    const isOfApp = isSigned(body, header)
    if (!isOfApp && !isSignedForInstagram?.(body, header)) {
      reception.metrics.rejected('bad-signature')
      return answer(ctx, 401, 'The signature does not match the body.')
    }
    const call = parseObject(body)
    if (call === undefined) {
      reception.metrics.rejected('not-json')
      return answer(ctx, 400, 'The body is not a JSON object.')
    }
    // The other secret speaks for Instagram and for nobody else.
    if (!isOfApp && sourceOf(call) !== 'instagram') {
      reception.metrics.rejected('bad-signature')
      return answer(ctx, 401, 'The signature is of another network.')
    }
    const dedupeKey = hash('sha256', body, 'buffer').subarray(0, digestBytes)
    return takeIn(ctx, reception, { source: sourceOf(call) ?? fallback, dedupeKey, body })
  }
}
