import type { Kernel } from '../kernel.ts'
import { mayCount, mayText } from './control-input.ts'
import type { DirectAccounts } from './direct/direct-account.ts'
import { type Fields, isFields } from './fields.ts'
import type { MetaApps } from './meta-app.ts'
import { Refusal } from './refusal.ts'
import type { WebhookClient } from './webhook-client.ts'
import { signatureOf } from './webhook-envelope.ts'

/** Lower-case names with text values. @throws {Refusal} 400 */
function readHeaders(value: unknown): Record<string, string> {
  if (value === undefined) return {}
  if (!isFields(value)) throw new Refusal(400, '"headers" must be an object of texts.')
  return Object.fromEntries(
    Object.entries(value).map(([name, text]) => {
      if (typeof text !== 'string') throw new Refusal(400, `The header "${name}" must be a text.`)
      return [name.toLowerCase(), text]
    }),
  )
}

/**
 * `POST /playground/api/meta/raw`: sends exactly these bytes, once per copy, all at once, without a second attempt and
 * untouched by faults. `phoneNumberId`, or `accountId` of an Instagram account or a Page, chooses the receiver; default:
 * the number registered last.
 * @throws {Refusal} 400 for a malformed wish, 409 without a receiver
 */
export async function sendRaw(
  kernel: Kernel,
  apps: MetaApps,
  accounts: DirectAccounts,
  client: WebhookClient,
  input: Fields,
  timeoutMs: number,
) {
  if (typeof input.body !== 'string')
    throw new Refusal(400, '"body" must be a text: the exact bytes to send.')
  const kind = mayText(input, 'signature') ?? 'valid'
  if (!['valid', 'none', 'wrong'].includes(kind))
    throw new Refusal(400, '"signature" must be valid, none or wrong.')
  const number = mayText(input, 'phoneNumberId')
  const account = mayText(input, 'accountId')
  const numbers = () => (number === undefined ? apps.latest() : apps.byNumber(number))
  const app = account === undefined ? numbers() : accounts.byId(account)
  if (!app)
    throw new Refusal(409, 'There is no receiver yet. Register one with PUT /playground/api/meta/app.')
  const text = input.body
  const body = Buffer.from(text)
  const signature = signatureOf(body, kind === 'wrong' ? `not ${app.appSecret}` : app.appSecret)
  const signed: Record<string, string> = kind === 'none' ? {} : { 'x-hub-signature-256': signature }
  const headers = { 'content-type': 'application/json', ...signed, ...readHeaders(input.headers) }
  const url = app.overrideUrl ?? app.webhookUrl
  const copies = Array.from({ length: mayCount(input, 'copies', 1000) }, async () => {
    const at = Date.now()
    const answer = await client.post({ url, method: 'POST', headers, body, timeoutMs })
    const title = `POST ${new URL(url).pathname} (raw, signature ${kind})`
    const times = { at, ms: Date.now() - at }
    kernel.record({
      ...times,
      from: 'meta',
      to: 'app',
      title,
      status: answer.status,
      request: text,
      response: answer.text,
    })
    return answer.status
  })
  return { statuses: await Promise.all(copies) }
}
