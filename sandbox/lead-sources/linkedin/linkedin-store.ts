import { randomUUID } from 'node:crypto'
import type { Fields } from '../../meta/fields.ts'

/** A question of the form: `predefinedField` where LinkedIn fills the answer in from the profile. */
export interface LinkedinQuestion {
  questionId: number
  name: string
  label: string
  predefinedField?: string
}

export const formId = 3162

/** The one form of the simulated company. */
export const questions: readonly LinkedinQuestion[] = [
  { questionId: 1, name: 'firstName', label: 'First name', predefinedField: 'FIRST_NAME' },
  { questionId: 2, name: 'lastName', label: 'Last name', predefinedField: 'LAST_NAME' },
  { questionId: 3, name: 'email', label: 'Email', predefinedField: 'EMAIL' },
  { questionId: 10550, name: 'phone', label: 'Phone', predefinedField: 'PHONE_NUMBER' },
  { questionId: 4, name: 'company', label: 'Company', predefinedField: 'COMPANY_NAME' },
  { questionId: 11, name: 'need', label: 'What do you need?' },
]

export const leadTypes = ['COMPANY', 'SPONSORED', 'EVENT', 'ORGANIZATION_PRODUCT']

export interface LinkedinLead {
  id: string
  leadType: string
  testLead: boolean
  /** Milliseconds since the epoch. */
  submittedAt: number
  /** Name of the question to the answer. */
  answers: Record<string, string>
}

export interface LinkedinLeads {
  add(lead: Omit<LinkedinLead, 'id'>): LinkedinLead
  get(id: string): LinkedinLead | undefined
  remove(id: string): void
  all(): LinkedinLead[]
  replaceAll(leads: LinkedinLead[]): void
}

export function createLinkedinLeads(): LinkedinLeads {
  const leads = new Map<string, LinkedinLead>()
  return {
    add(wanted) {
      const lead = { ...wanted, id: `${randomUUID()}-${questions.length}` }
      leads.set(lead.id, lead)
      return lead
    },
    get: (id) => leads.get(id),
    remove: (id) => void leads.delete(id),
    all: () => [...leads.values()].sort((one, other) => other.submittedAt - one.submittedAt),
    replaceAll(saved) {
      leads.clear()
      for (const lead of saved) leads.set(lead.id, lead)
    },
  }
}

export const formUrn = `urn:li:versionedLeadGenForm:(urn:li:leadGenForm:${formId},1)`

/** Whose lead it is: an advertising account's, or the company's own. */
export function ownerOf({ leadType }: Pick<LinkedinLead, 'leadType'>, organizationId: string): Fields {
  return leadType === 'SPONSORED'
    ? { sponsoredAccount: `urn:li:sponsoredAccount:${organizationId}` }
    : { organization: `urn:li:organization:${organizationId}` }
}

/** What the lead came from. */
export function entityOf({ leadType }: Pick<LinkedinLead, 'leadType'>, organizationId: string): Fields {
  if (leadType === 'SPONSORED') return { associatedCreative: 'urn:li:sponsoredCreative:136747936' }
  if (leadType === 'EVENT') return { event: 'urn:li:event:7012345678901234567' }
  return { organization: `urn:li:organization:${organizationId}` }
}
