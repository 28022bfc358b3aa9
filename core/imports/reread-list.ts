import { defineCommand } from '../command.ts'
import { DeskError } from '../errors.ts'
import { canImportLeads } from '../policy.ts'
import { importInput, moveImport, readContactImport } from './contact-import.ts'
import { listFormat } from './reading/list-format.ts'

/**
 * Has the file looked at again, in another way than was found: with or without headings, in another encoding, cut by
 * another sign. What was said about its columns is suggested anew.
 *
 * @throws DeskError import-not-found, import-under-way
 */
export const rereadList = defineCommand({
  input: importInput.extend({ format: listFormat.partial() }),
  allowed: canImportLeads,
  async run({ sql, organizationId, wakes }, { importId, format }) {
    const known = await readContactImport(sql, organizationId, importId, { forChange: true })
    if (known.state !== 'mapping' && known.state !== 'checked') {
      throw new DeskError('conflict', 'import-under-way')
    }
    await moveImport(sql, organizationId, importId, 'reading', {
      set: 'format = $5, mapping = null',
      values: [JSON.stringify({ ...known.format, ...format })],
    })
    wakes('import')
  },
})
