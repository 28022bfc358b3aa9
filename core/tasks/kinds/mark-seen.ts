import { minutes, nothingToAsk, type TaskKindHandler } from '../task-kind.ts'
import { findThread } from './find-thread.ts'

/** Older than this, nobody is typing any more and nothing has just been read. */
const fresh = minutes(2)

/** Tells the customer that his messages were seen, or that somebody is typing: once, and never late. */
export const markSeen: TaskKindHandler = {
  patienceMs: 0,
  longestPauseMs: minutes(1),
  async run({ database, task, port, account }) {
    const { organization_id: organizationId, key: conversationId } = task
    const askedAt = Number(task.data.at) || task.created_at.getTime()
    if (!port.markSeen || task.now.getTime() - askedAt > fresh) return nothingToAsk
    const found = await database.transaction({ organizationId }, async (sql) => {
      const thread = await findThread(sql, organizationId, conversationId)
      const [latest] = await sql.query<{ external_id: string }>(
        `select m.external_id from message m where m.organization_id = $1 and m.conversation_id = $2
           and m.lead_id = $3 and m.direction = 'inbound' and m.external_id is not null
         order by m.sent_at desc limit 1`,
        [organizationId, conversationId, thread?.leadId ?? null],
      )
      return thread && latest && { recipient: thread.identities, externalId: latest.external_id }
    })
    if (!found) return nothingToAsk
    await port.markSeen(account, { ...found, typing: task.data.typing === 'true' })
    return nothingToAsk
  },
}
