import { z } from 'zod'
import { defineQuery } from '../command.ts'
import { kept } from '../database/kept-plans.ts'
import { DeskError } from '../errors.ts'
import { canReadLeads } from '../policy.ts'
import { readLeadCards } from './lead-card.ts'

/**
 * One lead's card, by its id or by the number staff call it by.
 *
 * @throws DeskError lead-not-found, also for a lead of another organization
 */
export const findLead = defineQuery({
  input: z.union([z.object({ leadId: z.uuid() }), z.object({ number: z.number().int().positive() })]),
  allowed: canReadLeads,
  async run(work, input) {
    const [where, value] = 'leadId' in input ? ['l.id = $2', input.leadId] : ['l.number = $2', input.number]
    const [card] = await readLeadCards(work, where, [value], '', kept)
    if (!card) throw new DeskError('not-found', 'lead-not-found')
    return card
  },
})
