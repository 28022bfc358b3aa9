import { defineCommand } from '../command.ts'
import { DeskError } from '../errors.ts'
import { canImportLeads } from '../policy.ts'
import { importInput, moveImport, readContactImport } from './contact-import.ts'
import { namesPeople } from './list-mapping.ts'

/**
 * Begins the run that writes nothing: it finds out what importing would do, and which rows cannot be imported.
 *
 * @throws DeskError import-not-found, import-under-way, import-nobody
 */
export const checkImport = defineCommand({
  input: importInput,
  allowed: canImportLeads,
  async run({ sql, organizationId, wakes }, { importId }) {
    const { state, mapping } = await readContactImport(sql, organizationId, importId, { forChange: true })
    if (state === 'checking') return
    if ((state !== 'mapping' && state !== 'checked') || !mapping) {
      throw new DeskError('conflict', 'import-under-way')
    }
    if (!namesPeople(mapping)) throw new DeskError('invalid', 'import-nobody')
    await moveImport(sql, organizationId, importId, 'checking', { set: `found = null, faults = '[]'` })
    wakes('import')
  },
})
