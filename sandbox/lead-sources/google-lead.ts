import { randomBytes, randomInt } from 'node:crypto'
import { mayCount, mayFlag, mayText } from '../meta/control-input.ts'
import { type Fields, isFields, present } from '../meta/fields.ts'
import { longNumber } from '../meta/leadgen/long-number.ts'
import { Refusal } from '../meta/refusal.ts'
import type { Timers } from '../meta/timers.ts'
import type { LeadAnswer, LeadPost, PostLead } from './lead-post.ts'
import { addressOf, type LeadSettings } from './settings.ts'

const firstFields = {
  FULL_NAME: 'Grace Okafor',
  EMAIL: 'grace.okafor@example.com',
  PHONE_NUMBER: '+447700900555',
}
const names: Record<string, string> = {
  FULL_NAME: 'Full Name',
  EMAIL: 'User Email',
  PHONE_NUMBER: 'User Phone',
}

/** An int64: campaigns and forms may have more digits than a JavaScript number holds. */
const longId = () => longNumber(`9${randomInt(100_000_000, 999_999_999)}${randomInt(10_000_000, 99_999_999)}`)

function columns(input: Fields): Fields[] {
  const given = input.fields ?? firstFields
  if (!isFields(given)) throw new Refusal(400, '"fields" must be an object: column id to answer.')
  return Object.entries(given).map(([column_id, value]) => ({
    ...present({ column_name: names[column_id] }),
    string_value: String(value),
    column_id,
  }))
}

/** A lead as Google posts it: in its test posts the key is spelt `Google_key`, and the ids are 0. */
function googleLead(input: Fields, key: string): Fields {
  const test = mayFlag(input, 'isTest') ?? false
  const spelling = mayText(input, 'spelling') ?? (test ? 'Google_key' : 'google_key')
  if (spelling !== 'google_key' && spelling !== 'Google_key')
    throw new Refusal(400, '"spelling" must be google_key or Google_key.')
  const id = () => (test ? 0 : longId())
  return {
    lead_id: mayText(input, 'leadId') ?? (test ? 'TeSter-123-ID' : randomBytes(40).toString('base64url')),
    user_column_data: columns(input),
    api_version: '1.0',
    form_id: id(),
    campaign_id: id(),
    [spelling]: key,
    is_test: test,
    gcl_id: test ? '' : randomBytes(30).toString('base64url'),
    adgroup_id: id(),
    creative_id: id(),
    ...(test ? {} : { lead_submit_time: new Date().toISOString() }),
  }
}

/**
 * `POST /playground/api/leads/google`: a lead form of Google Ads is filled in. `fields` (column id to answer),
 * `isTest`, `spelling` (google_key or Google_key), `key` and `url` where they differ from the settings, `leadId`,
 * `copies`. Google asks again after a 5xx or silence, never after a 4xx. Resolves to what the first posts were answered.
 * @throws {Refusal} 400, 409 without an address or a key
 */
export async function sendGoogleLead(
  ground: { post: PostLead; timers: Timers; settings: LeadSettings; retryDelaysMs: readonly number[] },
  input: Fields,
): Promise<{ lead: Fields; statuses: number[] }> {
  const key = mayText(input, 'key') ?? ground.settings.googleKey
  if (key === undefined)
    throw new Refusal(409, 'There is no Google key yet. Give "key", or PUT /playground/api/leads/settings.')
  const url = addressOf(ground.settings, input, '/webhooks/google-ads')
  const lead = googleLead(input, key)
  const body = Buffer.from(JSON.stringify(lead))
  const shown = { ...lead, ...('google_key' in lead ? { google_key: '…' } : { Google_key: '…' }) }
  const call: LeadPost = { from: 'google', url, headers: { 'content-type': 'application/json' }, body, shown }
  const attempt = async (tried: number): Promise<LeadAnswer> => {
    const answer = await ground.post(call)
    const delay = ground.retryDelaysMs[tried]
    if ((answer.status === 0 || answer.status >= 500) && delay !== undefined)
      ground.timers.later(delay, () => void attempt(tried + 1))
    return answer
  }
  const answers = await Promise.all(Array.from({ length: mayCount(input, 'copies', 100) }, () => attempt(0)))
  return { lead: shown, statuses: answers.map(({ status }) => status) }
}
