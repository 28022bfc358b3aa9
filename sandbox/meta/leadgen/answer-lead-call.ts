import type { DirectAccount } from '../direct/direct-account.ts'
import { type Fields, isFields } from '../fields.ts'
import { type GraphCall, pickFields } from '../graph-call.ts'
import { GraphError } from '../graph-error.ts'
import { graphPage } from '../graph-page.ts'
import { badParameter, unknownObject, unknownPath } from '../problems.ts'
import type { FormLead, LeadForm, LeadStore } from './lead-store.ts'

const noAccess = {
  code: 103,
  title:
    'The app has no access to the leads of this Page: its access was removed in the Lead Access Manager.',
}

/** `2026-01-05T07:15:42+0000`, the time of Graph. */
function graphTime(at: number): string {
  return new Date(at).toISOString().replace(/\.\d{3}Z$/, '+0000')
}

function leadNode({ id, formId, createdAt, fields, platform, ad }: FormLead): Fields {
  const paid: Fields = ad
    ? {
        ad_id: ad.id,
        ad_name: ad.name,
        adset_id: ad.adsetId,
        adset_name: ad.adsetName,
        campaign_id: ad.campaignId,
        campaign_name: ad.campaignName,
      }
    : {}
  const node = { id, created_time: graphTime(createdAt), form_id: formId, is_organic: !ad, platform }
  return { ...node, ...paid, field_data: fields, custom_disclaimer_responses: [] }
}

const leadFields = [
  'id',
  'created_time',
  'ad_id',
  'ad_name',
  'adset_id',
  'adset_name',
  'campaign_id',
  'campaign_name',
]
const known = [
  ...leadFields,
  'form_id',
  'is_organic',
  'platform',
  'field_data',
  'custom_disclaimer_responses',
]

/** Fields a lead may have and this one lacks are left out, as Graph leaves them out. */
function shownLead(lead: FormLead, wanted: string | null): Fields {
  const node = leadNode(lead)
  const names = (wanted ?? 'created_time,ad_id,form_id,field_data').split(',').map((name) => name.trim())
  const strange = names.find((name) => !known.includes(name))
  if (strange !== undefined) return pickFields(node, strange, 'UserLeadGenInfo')
  return pickFields(node, names.filter((name) => name in node).join(',') || 'id', 'UserLeadGenInfo')
}

function formNode({ id, pageId, name, status, questions, createdAt }: LeadForm, count: number): Fields {
  const asked = questions.map((question, at) => ({ ...question, id: String(at + 1) }))
  const node = { id, name, status, locale: 'en_US', leads_count: count, page_id: pageId }
  return { ...node, created_time: graphTime(createdAt), questions: asked }
}

/** `filtering=[{"field":"time_created","operator":"GREATER_THAN","value":…}]`, seconds. @throws {GraphError} 100 */
function filterOf(given: string | null): (lead: FormLead) => boolean {
  if (given === null || given === '') return () => true
  let rules: unknown
  try {
    rules = JSON.parse(given)
  } catch {
    throw badParameter('Param filtering must be an array.')
  }
  if (!Array.isArray(rules) || !rules.every(isFields)) throw badParameter('Param filtering must be an array.')
  const compare: Record<string, (at: number, value: number) => boolean> = {
    GREATER_THAN: (at, value) => at > value,
    GREATER_THAN_OR_EQUAL: (at, value) => at >= value,
    LESS_THAN: (at, value) => at < value,
    LESS_THAN_OR_EQUAL: (at, value) => at <= value,
  }
  const tests = rules.map(({ field, operator, value }) => {
    if (field !== 'time_created')
      throw badParameter('Param filtering[0][field] must be one of {TIME_CREATED}.')
    const test = Object.hasOwn(compare, String(operator)) ? compare[String(operator)] : undefined
    if (!test)
      throw badParameter(`Param filtering[0][operator] must be one of {${Object.keys(compare).join(', ')}}.`)
    const bound = Number(value)
    if (!Number.isFinite(bound)) throw badParameter('Param filtering[0][value] must be a time in seconds.')
    return (lead: FormLead) => test(Math.floor(lead.createdAt / 1000), bound)
  })
  return (lead) => tests.every((test) => test(lead))
}

/**
 * `GET /{page}/leadgen_forms`, `GET /{form}`, `GET /{form}/leads` (newest first, filtered, in pages) and `GET /{lead}`.
 * @throws {GraphError} 100/33 for what this Page does not have, 103 while its lead access is closed, 2500
 */
export function leadCall(store: LeadStore, page: DirectAccount, call: GraphCall): unknown {
  const { id, edge, query } = call
  const wanted = query.get('fields')
  const shown = (form: LeadForm) =>
    pickFields(formNode(form, store.ofForm(form.id).length), wanted, 'LeadGenForm')
  if (id === page.id && edge === 'leadgen_forms') return graphPage(store.forms(page.id).map(shown), call)
  const form = store.form(page.id, id)
  const lead = store.lead(id)
  if (!form && lead?.pageId !== page.id) {
    if (!/^\d+$/.test(id)) throw unknownPath(`/${id}`)
    throw unknownObject(call.method, id)
  }
  if (form && edge === '') return shown(form)
  if (!store.access) throw new GraphError(noAccess)
  if (form && edge === 'leads') {
    const matching = store.ofForm(form.id).filter(filterOf(query.get('filtering')))
    return graphPage(
      matching.map((one) => shownLead(one, wanted)),
      call,
    )
  }
  if (lead && edge === '') return shownLead(lead, wanted)
  throw unknownPath(`/${edge}`)
}
