import { hash } from 'node:crypto'
import type { ParameterizedContext } from 'koa'
import { accountOfSecret } from '#core/channels/account-of-secret.ts'
import type { AccountDirectory } from '#core/channels/create-directory.ts'
import { answer } from '../answer.ts'
import { keep, notKept, type Reception, takeBody } from '../intake.ts'
import { type JsonRecord, textAt } from '../meta/loose-json.ts'
import { parseObject } from '../parse-object.ts'

/** A lead is a few kilobytes. */
const maxBytes = 256 * 1024
const digestBytes = 16

/** Google's own test button spells it with a capital letter, its production with a small one. */
const keyNames = ['google_key', 'Google_key'] as const

/** Reads the key that Google was given with the webhook. */
export const googleKeyOf = (lead: JsonRecord): string | undefined =>
  textAt(lead, keyNames[0]) ?? textAt(lead, keyNames[1])

/**
 * `POST /webhooks/google-ads`: one lead of a lead form. 200 with `{}` once it is kept; 403 for a key that is nobody's
 * (Google gives such a lead up, so it is never answered for a trouble of ours); 400 for what is not a JSON object; 503
 * when it cannot be kept, after which Google sends again.
 *
 * Source: https://developers.google.com/google-ads/webhook/docs/implementation
 */
export function createGoogleLeadReceiver(reception: Reception, accounts: AccountDirectory) {
  const limits = { maxBytes, deadlineMs: reception.bodyDeadlineMs }

  return async (ctx: ParameterizedContext): Promise<void> => {
    const body = await takeBody(ctx, reception, limits)
    if (body === undefined) return
    const lead = parseObject(body)
    if (lead === undefined) {
      reception.metrics.rejected('not-json')
      return answer(ctx, 400, 'The body is not a JSON object.')
    }
    const key = googleKeyOf(lead)
    const account = key === undefined ? undefined : accountOfSecret('google_leads', key)
    let known: unknown
    try {
      known = account && (await accounts.find('google_leads', account))
    } catch (error) {
      return notKept(ctx, reception, error)
    }
    if (key === undefined || account === undefined || !known) {
      reception.metrics.rejected('bad-secret')
      return answer(ctx, 403, 'google_key is missing or is not ours.')
    }
    const bytes = withoutKey(body, key, account)
    const dedupeKey = hash('sha256', bytes, 'buffer').subarray(0, digestBytes)
    if (await keep(ctx, reception, { source: 'google_leads', dedupeKey, body: bytes })) {
      ctx.status = 200
      ctx.type = 'application/json'
      ctx.body = '{}'
    }
  }
}

const keyMember = /("[Gg]oogle_key"\s*:\s*)"(?:[^"\\]|\\.)*"/g

/**
 * What is kept names the account by the digest: a secret does not belong into the inbox, however its sender has escaped
 * it. The rest of the bytes stays as it came, so that long ids keep their digits.
 */
function withoutKey(body: Buffer, key: string, account: string): Buffer {
  const text = body
    .toString('utf8')
    .replace(keyMember, `$1"${account}"`)
    .replaceAll(JSON.stringify(key), JSON.stringify(account))
  return Buffer.from(text)
}
