import { accountOfSecret } from '#core/channels/account-of-secret.ts'
import type { InboundItem, InboundReader } from '#core/channels/inbound-item.ts'
import { cleanJson } from '#core/clean-text.ts'
import { personOfLead } from '../leads/person-of-lead.ts'
import { dropUndefined } from '../meta/drop-undefined.ts'
import { idAt, isRecord, type JsonRecord, listAt, restOf, textAt } from '../meta/loose-json.ts'
import { parseLosslessly } from '../meta/parse-losslessly.ts'
import { readTime } from '../meta/read-time.ts'
import { googleKeyOf } from './receive-google-lead.ts'

const readHere = [
  ...['lead_id', 'user_column_data', 'google_key', 'Google_key', 'form_id', 'campaign_id', 'adgroup_id'],
  ...['creative_id', 'gcl_id', 'is_test', 'lead_submit_time'],
]

/**
 * The reader of Google's lead forms: one lead, its answers found by `column_id`, since `column_name` is on its way out
 * and is missing from some. Ids beyond 2^53 keep their digits.
 */
export function createGoogleLeadReader(options: { now: () => Date }): InboundReader {
  return (body) => {
    const lead = cleanJson(parseLosslessly(body.toString('utf8')))
    if (!isRecord(lead)) throw new SyntaxError('A lead of Google is a JSON object; this one is not.')
    return [readLead(lead, options.now())]
  }
}

function readLead(lead: JsonRecord, now: Date): InboundItem {
  const externalId = idAt(lead, 'lead_id')
  const key = googleKeyOf(lead)
  if (externalId === undefined) return unreadable('`lead_id` is missing or is not an id', lead)
  if (key === undefined) return unreadable('`google_key` is missing', lead)
  const columns = columnsOf(lead)
  const { byId, answers } = columns
  const both = [byId.get('FIRST_NAME'), byId.get('LAST_NAME')].filter(Boolean).join(' ')
  // Google gives the time as an ISO text, where it gives one.
  const submitted = typeof lead.lead_submit_time === 'string' ? Date.parse(lead.lead_submit_time) : Number.NaN
  const time = readTime(Number.isNaN(submitted) ? lead.lead_submit_time : submitted, now)
  const test = lead.is_test === true
  return {
    type: 'message',
    network: 'google_leads',
    account: /^[0-9a-f]{64}$/.test(key) ? key : accountOfSecret('google_leads', key),
    externalId,
    person: personOfLead(
      {
        name: byId.get('FULL_NAME') ?? (both || undefined),
        phone: byId.get('PHONE_NUMBER_VERIFIED') ?? byId.get('PHONE_NUMBER') ?? byId.get('WORK_PHONE'),
        email: byId.get('EMAIL') ?? byId.get('WORK_EMAIL'),
      },
      externalId,
    ),
    sentAt: time.at,
    kind: 'form',
    attachments: [],
    referral: dropUndefined({
      sourceType: 'ad',
      formId: idAt(lead, 'form_id'),
      campaignId: idAt(lead, 'campaign_id'),
      adsetId: idAt(lead, 'adgroup_id'),
      adId: idAt(lead, 'creative_id'),
      gclid: textAt(lead, 'gcl_id'),
    }),
    data: dropUndefined({
      answers,
      unread: columns.unread.length > 0 ? columns.unread : undefined,
      other: restOf(lead, readHere),
      test: test || undefined,
    }),
  }
}

/** Every column: by its id for us, and under the words of the form for people. Odd ones are kept as they came. */
function columnsOf(lead: JsonRecord) {
  const byId = new Map<string, string>()
  const answers: [string, string][] = []
  const unread: unknown[] = []
  for (const column of listAt(lead, 'user_column_data') ?? []) {
    const id = isRecord(column) ? (idAt(column, 'column_id') ?? idAt(column, 'column_name')) : undefined
    const value = isRecord(column) ? answerOf(column) : undefined
    if (!isRecord(column) || id === undefined || value === undefined) {
      unread.push(column)
      continue
    }
    if (!byId.has(id)) byId.set(id, value)
    answers.push([textAt(column, 'column_name') ?? id, value])
  }
  return { byId, answers: Object.fromEntries(answers), unread }
}

function answerOf(column: JsonRecord): string | undefined {
  const value = column.string_value
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : undefined
}

function unreadable(reason: string, { google_key: _, Google_key: __, ...lead }: JsonRecord): InboundItem {
  return { type: 'unreadable', network: 'google_leads', path: '', reason, item: lead }
}
