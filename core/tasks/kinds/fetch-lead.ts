import { receiveMessages } from '../../conversations/receive/receive-messages.ts'
import { days, endOf, hours, nothingToAsk, type TaskKindHandler } from '../task-kind.ts'

/**
 * Fetches a lead that a notification only named, and takes it in like a customer's message. Networks keep leads for 90
 * days; until then it is tried.
 */
export const fetchLead: TaskKindHandler = {
  patienceMs: days(90),
  longestPauseMs: hours(3),
  async run({ task, port, account }) {
    if (!port.fetchLead) return nothingToAsk
    const asked = await port.fetchLead(account, { externalId: task.key, data: task.data })
    if (asked.outcome !== 'found') return { end: endOf(asked) }
    return {
      end: { end: 'done' },
      write: (sql) =>
        receiveMessages(sql, task.organization_id, [
          { accountId: task.channel_account_id, item: asked.value },
        ]),
    }
  },
}
