import { mayCount, mayFlag, mayText } from '../control-input.ts'
import type { DirectAccount, DirectAccounts } from '../direct/direct-account.ts'
import type { DirectTeller } from '../direct/tell-direct.ts'
import { type Fields, isFields } from '../fields.ts'
import { newLongId } from '../ids.ts'
import { Refusal } from '../refusal.ts'
import type { FormLead, LeadStore } from './lead-store.ts'
import { longNumber } from './long-number.ts'

export interface LeadGround {
  accounts: DirectAccounts
  leads: LeadStore
  tell: DirectTeller
  options: { now(): number }
}

const firstAnswers = {
  full_name: 'Ada Martin',
  email: 'ada.martin@example.com',
  phone_number: '+33639981777',
}

function readFields(input: Fields): FormLead['fields'] {
  const given = input.fields ?? firstAnswers
  if (!isFields(given))
    throw new Refusal(400, '"fields" must be an object: name to answer, or to a list of answers.')
  return Object.entries(given).map(([name, value]) => ({
    name,
    values: (Array.isArray(value) ? value : [value]).map(String),
  }))
}

function pageOf({ accounts }: LeadGround, input: Fields): DirectAccount {
  const id = mayText(input, 'pageId')
  const page = id === undefined ? accounts.latest('messenger') : accounts.byId(id)
  if (page?.network === 'messenger') return page
  throw new Refusal(409, 'There is no Page yet. Register one with PUT /playground/api/meta/page.')
}

/**
 * `POST /playground/api/meta/leads`: somebody fills in a form of the Page. `fields` (name to answer or answers),
 * `formId` (default: the first form), `organic: true` without an advertisement, `platform` (fb or ig), `createdAt`
 * (milliseconds), `count` leads in one webhook, `textIds: true` for ids as texts instead of numbers.
 * No webhook leaves during an outage. @throws {Refusal} 400, 404 for an unknown form, 409 without a Page
 */
export function submitLead(ground: LeadGround, input: Fields): { leads: FormLead[]; told: boolean } {
  const { leads, tell, options } = ground
  const page = pageOf(ground, input)
  const form = leads.form(page.id, mayText(input, 'formId'))
  if (!form) throw new Refusal(404, `The Page has no form ${mayText(input, 'formId')}.`)
  const platform = mayText(input, 'platform') ?? 'fb'
  if (platform !== 'fb' && platform !== 'ig') throw new Refusal(400, '"platform" must be fb or ig.')
  const createdAt = typeof input.createdAt === 'number' ? input.createdAt : options.now()
  const ad = mayFlag(input, 'organic')
    ? {}
    : { ad: newAd(mayText(input, 'adName'), mayText(input, 'campaignName')) }
  const fields = readFields(input)
  const made = Array.from({ length: mayCount(input, 'count', 1000) }, () =>
    leads.add({ formId: form.id, pageId: page.id, createdAt, fields, platform, ...ad }),
  )
  const write = mayFlag(input, 'textIds') ? (id: string) => id : longNumber
  const changes = made.map((lead) => ({ field: 'leadgen', value: leadChange(lead, write) }))
  if (!leads.outage) tell.change(page, 'leadgen', { changes }, { peer: '', at: options.now() })
  return { leads: made, told: !leads.outage && page.subscribed && page.fields.includes('leadgen') }
}

function newAd(name = 'First month free', campaignName = 'Spring at the gym'): NonNullable<FormLead['ad']> {
  return {
    id: newLongId(),
    name,
    adsetId: newLongId(),
    adsetName: `${campaignName}, 25 to 45`,
    campaignId: newLongId(),
    campaignName,
  }
}

function leadChange({ id, pageId, formId, createdAt, ad }: FormLead, write: (id: string) => unknown): Fields {
  return {
    created_time: Math.floor(createdAt / 1000),
    leadgen_id: write(id),
    page_id: write(pageId),
    form_id: write(formId),
    ...(ad ? { ad_id: write(ad.id), adgroup_id: write(ad.id) } : {}),
  }
}
