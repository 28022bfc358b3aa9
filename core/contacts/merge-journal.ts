import type { Fold } from '../leads/fold-lead.ts'

/** What a contact is called, with whose word that is. */
export interface ContactName {
  name: string | null
  name_source: string | null
  name_at: string | null
}

/** What undoing a merge needs to know of before it. */
export interface MergeJournal {
  /** The threads that the merged contact brought. */
  threads: string[]
  /** Its leads, and those that the kept one had then. */
  leads: string[]
  keptLeads: string[]
  /** Contacts that had been merged into the merged one. */
  contacts: string[]
  /** Where both had an open lead. */
  fold: Fold | null
  before: ContactName
  after: ContactName
}
