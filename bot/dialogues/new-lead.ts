import { addTypedLead } from '../people/add-typed-lead.ts'
import type { Dialogue } from './dialogue.ts'

/** The lines of a lead that a member types in. */
export const newLead: Dialogue = { purpose: 'new-lead', hear: addTypedLead }
