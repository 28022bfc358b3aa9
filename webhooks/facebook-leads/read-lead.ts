import type { InboundMessage, Referral } from '#core/channels/inbound-item.ts'
import { cleanJson } from '#core/clean-text.ts'
import { personOfLead } from '../leads/person-of-lead.ts'
import { readEventTime } from '../meta/direct/read-event-time.ts'
import { dropUndefined } from '../meta/drop-undefined.ts'
import { idAt, isRecord, type JsonRecord, listAt, restOf, textAt } from '../meta/loose-json.ts'

const ids = ['id', 'created_time', 'form_id', 'ad_id', 'adset_id', 'campaign_id']
const names = ['ad_name', 'adset_name', 'campaign_name']
const readHere = [
  ...ids,
  ...names,
  'form_name',
  'field_data',
  'is_organic',
  'platform',
  'custom_disclaimer_responses',
]

/** What is asked of Graph for a lead. */
export const leadFields = readHere.filter((field) => field !== 'form_name').join(',')

/**
 * A lead as Graph gives it, as a message. Every answer is kept under the name of its question, several values of one
 * joined by commas.
 *
 * @param lead with `form_name` where the caller knows it: Graph does not tell
 */
export function readLead(raw: JsonRecord, account: string, now: Date): InboundMessage {
  const clean = cleanJson(raw)
  const lead = isRecord(clean) ? clean : {}
  const externalId = idAt(lead, 'id') ?? ''
  const answers = answersOf(listAt(lead, 'field_data') ?? [])
  const time = readEventTime(lead.created_time, { entryTime: undefined, now })
  return dropUndefined({
    type: 'message' as const,
    network: 'facebook_leads' as const,
    account,
    externalId,
    person: personOfLead(factsOf(answers), externalId),
    sentAt: time.at,
    kind: 'form' as const,
    attachments: [],
    referral: referralOf(lead),
    data: dropUndefined({
      answers,
      platform: textAt(lead, 'platform'),
      organic: lead.is_organic === true || undefined,
      disclaimers: listAt(lead, 'custom_disclaimer_responses'),
      unreadableTime: time.unreadable,
      other: restOf(lead, readHere),
      test: isTest(answers) || undefined,
    }),
  })
}

function answersOf(fields: unknown[]): Record<string, string> {
  const answers = new Map<string, string>()
  for (const [index, field] of fields.filter(isRecord).entries()) {
    const name = textAt(field, 'name') ?? `${index + 1}`
    const values = (listAt(field, 'values') ?? []).map((value) =>
      typeof value === 'string' ? value : JSON.stringify(value),
    )
    const before = answers.get(name)
    answers.set(name, [...(before ? [before] : []), ...values].join(', '))
  }
  return Object.fromEntries(answers)
}

/** Meta names its own questions in English whatever the form's language; questions of the business have other names. */
function factsOf(answers: Record<string, string>) {
  const first = (...keys: string[]) => keys.map((key) => answers[key]).find((answer) => answer)
  const parts = [first('first_name'), first('last_name')].filter((part) => part !== undefined)
  return {
    name: first('full_name') ?? (parts.length > 0 ? parts.join(' ') : undefined),
    phone: first('phone_number', 'work_phone_number', 'phone')?.replace(/^p:/, ''),
    email: first('email', 'work_email'),
  }
}

function referralOf(lead: JsonRecord): Referral {
  return dropUndefined({
    sourceType: 'form',
    sourceId: idAt(lead, 'form_id'),
    formId: idAt(lead, 'form_id'),
    formName: textAt(lead, 'form_name'),
    adId: idAt(lead, 'ad_id'),
    adName: textAt(lead, 'ad_name'),
    adsetId: idAt(lead, 'adset_id'),
    adsetName: textAt(lead, 'adset_name'),
    campaignId: idAt(lead, 'campaign_id'),
    campaignName: textAt(lead, 'campaign_name'),
  })
}

/** What Meta's testing tool fills in. */
function isTest(answers: Record<string, string>): boolean {
  return Object.values(answers).some((answer) => answer.startsWith('<test lead: dummy data'))
}
