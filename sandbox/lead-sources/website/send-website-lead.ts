import { randomUUID } from 'node:crypto'
import { mayCount, mayText } from '../../meta/control-input.ts'
import { type Fields, isFields, present } from '../../meta/fields.ts'
import { Refusal } from '../../meta/refusal.ts'
import type { PostLead } from '../lead-post.ts'
import { addressOf, type LeadSettings } from '../settings.ts'

const firstFields = {
  name: 'Noah Keller',
  email: 'noah.keller@example.com',
  phone: '+33639981888',
  message: 'What does a month cost for two people?',
}

/** The product's endpoint for forms, token included. @throws {Refusal} 400, 409 */
export function formsAddress(settings: LeadSettings, input: Fields): string {
  const token = mayText(input, 'token') ?? settings.formsToken
  if (token === undefined)
    throw new Refusal(
      409,
      'There is no forms token yet. Give "token", or PUT /playground/api/leads/settings.',
    )
  return addressOf(settings, input, `/webhooks/forms/${encodeURIComponent(token)}`)
}

/**
 * `POST /playground/api/leads/website`: a form of a website is passed on by the website's own server, or with `origin`
 * by a browser that shows a page of that origin. `fields` (name to answer), `as` (form or json), `token`, `url`,
 * `copies` (a visitor who pressed twice: the same `_idempotency_key`). @throws {Refusal} 400, 409
 */
export async function sendWebsiteLead(
  post: PostLead,
  settings: LeadSettings,
  input: Fields,
): Promise<{ statuses: number[] }> {
  const url = formsAddress(settings, input)
  const given = input.fields ?? firstFields
  if (!isFields(given)) throw new Refusal(400, '"fields" must be an object: name to answer.')
  const as = mayText(input, 'as') ?? 'form'
  if (as !== 'form' && as !== 'json') throw new Refusal(400, '"as" must be form or json.')
  const fields = { _idempotency_key: randomUUID(), ...given }
  const texts = Object.entries(fields).map(([name, value]): [string, string] => [name, String(value)])
  const body = as === 'json' ? JSON.stringify(fields) : new URLSearchParams(texts).toString()
  const type = as === 'json' ? 'application/json' : 'application/x-www-form-urlencoded'
  const headers = {
    'content-type': type,
    'user-agent': 'Mozilla/5.0 (playground)',
    ...present({ origin: mayText(input, 'origin') }),
  }
  const call = { from: 'website' as const, url, headers, body: Buffer.from(body), shown: fields }
  const answers = await Promise.all(Array.from({ length: mayCount(input, 'copies', 100) }, () => post(call)))
  return { statuses: answers.map(({ status }) => status) }
}
