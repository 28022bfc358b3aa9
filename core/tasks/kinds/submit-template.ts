import type { NetworkFailure } from '../../channels/inbound-item.ts'
import type { Sql } from '../../database/sql.ts'
import type { NewEvent } from '../../events.ts'
import { ownStatus } from '../../templates/message-template.ts'
import type { Task } from '../claim-tasks.ts'
import { days, endOf, hours, nothingToAsk, type TaskKindHandler } from '../task-kind.ts'

/**
 * Hands a template to the network for approval. Submitting the same name twice is refused there, so a submission whose
 * answer was lost ends as the refusal and is put right by the next copy of the list.
 */
export const submitTemplate: TaskKindHandler = {
  patienceMs: days(1),
  longestPauseMs: hours(1),
  async run({ database, task, port, account }) {
    if (!port.createTemplate) return nothingToAsk
    const [template] = await database.transaction({ organizationId: task.organization_id }, (sql) =>
      sql.query<{ name: string; language: string; category: string; components: unknown[] }>(
        `select name, language, category, components from message_template
         where organization_id = $1 and id = $2 and status = '${ownStatus.submitting}'`,
        [task.organization_id, task.key],
      ),
    )
    if (!template) return nothingToAsk
    const asked = await port.createTemplate(account, template)
    if (asked.outcome === 'gone') {
      return {
        end: { end: 'dead', failure: asked.failure },
        write: (sql) => write(sql, task, { status: ownStatus.rejected, failure: asked.failure }),
      }
    }
    if (asked.outcome !== 'found') return { end: endOf(asked) }
    return { end: { end: 'done' }, write: (sql) => write(sql, task, asked.value) }
  },
}

async function write(
  sql: Sql,
  task: Task,
  found: { status: string; externalId?: string; category?: string; failure?: NetworkFailure },
): Promise<NewEvent[]> {
  const { failure } = found
  const reason = failure ? [failure.title, failure.detail].filter(Boolean).join(': ').slice(0, 500) : null
  const [row] = await sql.query<{ created_by: string | null }>(
    `update message_template set status = $3, external_id = coalesce($4, external_id),
       category = coalesce($5, category), reason = $6, updated_at = now()
     where organization_id = $1 and id = $2 and status = '${ownStatus.submitting}' returning created_by`,
    [task.organization_id, task.key, found.status, found.externalId ?? null, found.category ?? null, reason],
  )
  if (!row) return []
  return [
    {
      type: 'template.changed',
      data: {
        templateId: task.key,
        status: found.status,
        ...(reason ? { reason } : {}),
        ...(row.created_by ? { byId: row.created_by } : {}),
      },
      lane: task.channel_account_id,
    },
  ]
}
