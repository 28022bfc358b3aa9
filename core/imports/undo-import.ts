import { defineCommand } from '../command.ts'
import { DeskError } from '../errors.ts'
import { canImportLeads } from '../policy.ts'
import { importInput, moveImport, readContactImport, undoHours } from './contact-import.ts'

/**
 * Begins to take an import back, within a day of its end: the leads that it began and that nobody has touched since.
 * What it added to leads that there were stays.
 *
 * @throws DeskError import-not-found, import-undo-late
 */
export const undoImport = defineCommand({
  input: importInput,
  allowed: canImportLeads,
  async run({ sql, organizationId, audit, wakes }, { importId }) {
    const { state, undoUntil } = await readContactImport(sql, organizationId, importId, { forChange: true })
    if (state === 'undoing' || state === 'undone') return
    if (!undoUntil) throw new DeskError('conflict', 'import-undo-late', { hours: undoHours })
    await moveImport(sql, organizationId, importId, 'undoing', {
      set: 'undone = $5',
      values: [JSON.stringify({ removed: 0, kept: 0 })],
    })
    audit('import.undone', { importId })
    wakes('import')
  },
})
