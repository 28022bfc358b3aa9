import { z } from 'zod'
import { defineCommand, type Work } from '../command.ts'
import { DeskError } from '../errors.ts'
import { canImportLeads } from '../policy.ts'
import { importInput, moveImport, readContactImport } from './contact-import.ts'
import { columnTargets } from './fields.ts'
import { dateOrders, type ListMapping, mapColumn } from './list-mapping.ts'
import { readCountryWord } from './reading/read-country-word.ts'

/**
 * Says what a column is, in which order dates are written, or of which country phones without a plus are. An import that
 * was checked already has to be checked again.
 *
 * @throws DeskError import-not-found, import-under-way, country-unknown
 */
export const changeMapping = defineCommand({
  input: importInput.extend({
    change: z.union([
      z.object({ column: z.number().int().min(0), target: z.enum(columnTargets) }),
      z.object({ dateOrder: z.enum(dateOrders) }),
      /** As a person writes it: FR, +33, France; in English, French or Arabic. */
      z.object({ country: z.string().max(100) }),
    ]),
  }),
  allowed: canImportLeads,
  async run(work, { importId, change }) {
    const { sql, organizationId } = work
    const mapping = await openMapping(work, importId)
    const changed = apply(mapping, change)
    await moveImport(sql, organizationId, importId, 'mapping', {
      set: 'mapping = $5',
      values: [JSON.stringify(changed)],
    })
    return readContactImport(sql, organizationId, importId)
  },
})

type Change =
  | { column: number; target: (typeof columnTargets)[number] }
  | { dateOrder: ListMapping['dateOrder'] }
  | { country: string }

function apply(mapping: ListMapping, change: Change): ListMapping {
  if ('column' in change) {
    if (change.column >= mapping.targets.length) throw new DeskError('not-found', 'button-outdated')
    return mapColumn(mapping, change.column, change.target)
  }
  if ('dateOrder' in change) return { ...mapping, dateOrder: change.dateOrder }
  const country = readCountryWord(change.country)
  if (!country) throw new DeskError('invalid', 'country-unknown')
  return { ...mapping, country }
}

async function openMapping({ sql, organizationId }: Work, importId: string): Promise<ListMapping> {
  const { state, mapping } = await readContactImport(sql, organizationId, importId, { forChange: true })
  if ((state !== 'mapping' && state !== 'checked') || !mapping) {
    throw new DeskError('conflict', 'import-under-way')
  }
  return mapping
}
