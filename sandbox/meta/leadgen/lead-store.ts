import { newLongId } from '../ids.ts'

/** A form of a Page, made in Meta's ads tool. */
export interface LeadForm {
  id: string
  pageId: string
  name: string
  status: 'ACTIVE' | 'ARCHIVED'
  questions: { key: string; label: string; type: string }[]
  /** Milliseconds since the epoch. */
  createdAt: number
}

/** A filled-in form. */
export interface FormLead {
  id: string
  formId: string
  pageId: string
  /** Milliseconds since the epoch. */
  createdAt: number
  fields: { name: string; values: string[] }[]
  platform: 'fb' | 'ig'
  /** Absent: the form was found without an advertisement. */
  ad?: {
    id: string
    name: string
    adsetId: string
    adsetName: string
    campaignId: string
    campaignName: string
  }
}

/** Leads and forms, and whether Meta tells of them. */
export interface LeadStore {
  /** The form of this Page with this id, or its first one, made when there is none. */
  form(pageId: string, id?: string): LeadForm | undefined
  forms(pageId: string): LeadForm[]
  addForm(form: Omit<LeadForm, 'id'>): LeadForm
  add(lead: Omit<FormLead, 'id'>): FormLead
  lead(id: string): FormLead | undefined
  ofForm(formId: string): FormLead[]
  remove(id: string): void
  /** While true no webhook tells of new leads. */
  outage: boolean
  /** While false the Page's own lead access refuses the app: error 103. */
  access: boolean
  save(): SavedLeads
  restore(saved: SavedLeads): void
}

export interface SavedLeads {
  forms: LeadForm[]
  leads: FormLead[]
}

const firstQuestions = [
  { key: 'full_name', label: 'Full name', type: 'FULL_NAME' },
  { key: 'email', label: 'E-mail', type: 'EMAIL' },
  { key: 'phone_number', label: 'Phone number', type: 'PHONE' },
  { key: 'what_are_you_looking_for?', label: 'What are you looking for?', type: 'CUSTOM' },
]

export function createLeadStore(now: () => number): LeadStore {
  const forms = new Map<string, LeadForm>()
  const leads = new Map<string, FormLead>()
  const ofPage = (pageId: string) => [...forms.values()].filter((form) => form.pageId === pageId)
  const store: LeadStore = {
    outage: false,
    access: true,
    form(pageId, id) {
      if (id === undefined) return store.forms(pageId)[0]
      const found = forms.get(id)
      return found?.pageId === pageId ? found : undefined
    },
    forms(pageId) {
      if (ofPage(pageId).length === 0)
        store.addForm({
          pageId,
          name: 'Free first visit',
          status: 'ACTIVE',
          questions: firstQuestions,
          createdAt: now(),
        })
      return ofPage(pageId)
    },
    addForm(wanted) {
      const form = { ...wanted, id: newLongId() }
      forms.set(form.id, form)
      return form
    },
    add(wanted) {
      const lead = { ...wanted, id: newLongId() }
      leads.set(lead.id, lead)
      return lead
    },
    lead: (id) => leads.get(id),
    ofForm: (formId) => [...leads.values()].filter((lead) => lead.formId === formId).reverse(),
    remove: (id) => void leads.delete(id),
    save: () => ({ forms: [...forms.values()], leads: [...leads.values()] }),
    restore(saved) {
      forms.clear()
      leads.clear()
      for (const form of saved.forms) forms.set(form.id, form)
      for (const lead of saved.leads) leads.set(lead.id, lead)
    },
  }
  return store
}
