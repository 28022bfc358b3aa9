import { receiveMessages } from '../../conversations/receive/receive-messages.ts'
import { days, endOf, hours, nothingToAsk, type TaskKindHandler } from '../task-kind.ts'

const every = hours(6)
/** Leads appear late in lists, and clocks differ: each round looks back over the end of the last one. */
const overlap = hours(6)
/** Networks keep leads for 90 days. */
const longest = days(89)

/**
 * Asks for the leads of the last days, whether or not their notifications came: after an outage none is missing. Leads
 * that are known do nothing.
 */
export const backFillLeads: TaskKindHandler = {
  patienceMs: Number.POSITIVE_INFINITY,
  longestPauseMs: hours(1),
  async run({ task, port, account, keep }) {
    if (!port.listLeads) return nothingToAsk
    const started = task.now.getTime()
    // The first round looks one day back: what was there before the desk was connected is not new to anybody.
    const last = Number(task.data.until) || task.created_at.getTime() - days(1) + overlap
    const since = new Date(Math.max(last - overlap, started - longest))
    for await (const page of port.listLeads(account, since)) {
      if (page.outcome !== 'found') return { end: endOf(page) }
      const items = page.value.map((item) => ({ accountId: task.channel_account_id, item }))
      const kept = await keep(async (sql) =>
        items.length > 0 ? receiveMessages(sql, task.organization_id, items) : [],
      )
      if (!kept) return nothingToAsk
    }
    // Only a whole list moves the beginning of the next one.
    return { end: { end: 'repeat', afterMs: every, data: { until: String(started) } } }
  },
}
