import { keepTemplates } from '../../templates/keep-templates.ts'
import { endOf, hours, nothingToAsk, type TaskKindHandler } from '../task-kind.ts'

/** Webhooks tell of changes at once; this finds what they did not tell. */
const every = hours(6)

/** Copies the account's templates. */
export const syncTemplates: TaskKindHandler = {
  patienceMs: Number.POSITIVE_INFINITY,
  longestPauseMs: hours(1),
  async run({ task, port, account }) {
    if (!port.listTemplates) return nothingToAsk
    const asked = await port.listTemplates(account)
    if (asked.outcome === 'gone') return { end: { end: 'repeat', afterMs: every } }
    if (asked.outcome !== 'found') return { end: endOf(asked) }
    return {
      end: { end: 'repeat', afterMs: every },
      write: (sql) => keepTemplates(sql, task.organization_id, task.channel_account_id, asked.value),
    }
  },
}
