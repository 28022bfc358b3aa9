import { defineCommand } from '../command.ts'
import { DeskError } from '../errors.ts'
import { canImportLeads } from '../policy.ts'
import { importInput, moveImport, noRows, readContactImport } from './contact-import.ts'

/**
 * Begins to import what was checked, behind everything else that there is to do.
 *
 * @throws DeskError import-not-found, import-not-checked
 */
export const startImport = defineCommand({
  input: importInput,
  allowed: canImportLeads,
  async run({ sql, organizationId, audit, wakes }, { importId }) {
    const { state } = await readContactImport(sql, organizationId, importId, { forChange: true })
    if (state === 'running' || state === 'done') return
    if (state !== 'checked') throw new DeskError('conflict', 'import-not-checked')
    await moveImport(sql, organizationId, importId, 'running', {
      set: 'started_at = now(), done = $5',
      values: [JSON.stringify(noRows())],
    })
    audit('import.started', { importId })
    wakes('import')
  },
})
