import { defineCommand } from '../command.ts'
import { canImportLeads } from '../policy.ts'
import { type ImportState, importInput, moveImport, readContactImport } from './contact-import.ts'

const over: ReadonlySet<ImportState> = new Set(['done', 'undoing', 'undone', 'cancelled', 'refused'])

/**
 * Gives an import up. What was imported until then stays, and can be taken back. One that is over already is left as it
 * is.
 *
 * @throws DeskError import-not-found
 */
export const cancelImport = defineCommand({
  input: importInput,
  allowed: canImportLeads,
  async run({ sql, organizationId, audit, wakes, record }, { importId }) {
    const { state } = await readContactImport(sql, organizationId, importId, { forChange: true })
    if (over.has(state)) return
    await moveImport(sql, organizationId, importId, 'cancelled', { set: 'finished_at = now()' })
    audit('import.cancelled', { importId })
    record({ type: 'contact-import.changed', data: { importId, state: 'cancelled' }, lane: importId })
    wakes('import')
  },
})
