import { z } from 'zod'
import { cleanText } from '../clean-text.ts'
import { defineCommand } from '../command.ts'
import { newId } from '../new-id.ts'
import { canImportLeads } from '../policy.ts'

/**
 * Takes a file of people that a member sent. It is fetched and looked at apart from this; `contact-import.changed` tells
 * when that is done. `origin` is where the member sent it: heard twice, it makes one import.
 *
 * `language` is the member's: it decides between encodings that nothing in a file tells apart, and is the language of
 * what is written for him.
 */
export const beginImport = defineCommand({
  input: z.object({
    fileName: z.string().transform(cleanText).pipe(z.string().trim().max(255)),
    source: z.object({ network: z.literal('telegram_staff'), mediaId: z.string().min(1).max(300) }),
    language: z.string().max(20),
    origin: z.object({ account: z.string().max(100), chat: z.string().max(100), message: z.number().int() }),
  }),
  allowed: canImportLeads,
  async run({ actor, sql, organizationId, audit, wakes }, { fileName, source, language, origin }) {
    if (actor.kind !== 'member') throw new Error('Only members import lists.')
    const key = `${origin.account}:${origin.chat}:${origin.message}`
    const id = newId()
    const [begun] = await sql.query<{ id: string }>(
      `insert into contact_import (organization_id, id, by_id, idempotency_key, language, source, file_name)
       values ($1, $2, $3, $4, $5, $6, $7) on conflict (organization_id, idempotency_key) do nothing returning id`,
      [organizationId, id, actor.memberId, key, language, JSON.stringify(source), fileName || 'list.csv'],
    )
    if (begun) {
      audit('import.begun', { importId: id })
      wakes('import')
      return { importId: id }
    }
    const [known] = await sql.query<{ id: string }>(
      'select id from contact_import where organization_id = $1 and idempotency_key = $2',
      [organizationId, key],
    )
    return { importId: known?.id ?? id }
  },
})
