import { mayCount, mayText } from '../meta/control-input.ts'
import { type Fields, isFields } from '../meta/fields.ts'
import { Refusal } from '../meta/refusal.ts'
import type { PostLead } from './lead-post.ts'
import { addressOf, type LeadSettings } from './settings.ts'

/**
 * `POST /playground/api/leads/json`: a tool such as Pabbly posts `body` (any JSON object or list) as it is, unsigned,
 * to `url` or to the product's own address for such tools with the token in its path. `headers` (texts) and `copies`.
 * @throws {Refusal} 400, 409 without an address
 */
export async function sendAnyJson(
  post: PostLead,
  settings: LeadSettings,
  input: Fields,
): Promise<{ statuses: number[] }> {
  if (typeof input.body !== 'object' || input.body === null)
    throw new Refusal(400, '"body" must be a JSON object or list.')
  const token = mayText(input, 'token') ?? settings.formsToken ?? ''
  const url = addressOf(settings, input, `/webhooks/pabbly/${encodeURIComponent(token)}`)
  const given = isFields(input.headers) ? Object.entries(input.headers) : []
  const headers = Object.fromEntries(given.map(([name, value]) => [name.toLowerCase(), String(value)]))
  const call = {
    from: 'other' as const,
    url,
    headers: { 'content-type': 'application/json', 'user-agent': 'Pabbly Connect', ...headers },
    body: Buffer.from(JSON.stringify(input.body)),
    shown: input.body,
  }
  const answers = await Promise.all(Array.from({ length: mayCount(input, 'copies', 100) }, () => post(call)))
  return { statuses: answers.map(({ status }) => status) }
}
