import { defineQuery } from '../command.ts'
import { canImportLeads, isSystem } from '../policy.ts'
import { importInput, readContactImport } from './contact-import.ts'

/**
 * How an import stands.
 *
 * @throws DeskError import-not-found, also for one of another organization
 */
export const readImport = defineQuery({
  input: importInput,
  allowed: (actor) => isSystem(actor) || canImportLeads(actor),
  run: ({ sql, organizationId }, { importId }) => readContactImport(sql, organizationId, importId),
})
