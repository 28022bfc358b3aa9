import type { IdentityClaim } from '../../channels/inbound-item.ts'
import { minutes, nothingToAsk, type TaskKindHandler } from '../task-kind.ts'

/** Older than this, nobody is typing any more and nothing has just been read. */
const fresh = minutes(2)

/** Tells the customer that his messages were seen, or that somebody is typing: once, and never late. */
export const markSeen: TaskKindHandler = {
  patienceMs: 0,
  longestPauseMs: minutes(1),
  async run({ database, task, port, account }) {
    const askedAt = Number(task.data.at) || task.created_at.getTime()
    if (!port.markSeen || task.now.getTime() - askedAt > fresh) return nothingToAsk
    const [latest] = await database.transaction({ organizationId: task.organization_id }, (sql) =>
      sql.query<{ external_id: string; identities: IdentityClaim[] | null }>(
        `select m.external_id, (select json_agg(json_build_object('kind', i.kind, 'value', i.value, 'address', i.address)
             order by i.kind = 'phone' desc, i.valid_from desc) from contact_identity i
           where i.organization_id = $1 and i.contact_id = c.contact_id and i.valid_until is null) as identities
         from conversation c join message m on m.organization_id = $1 and m.conversation_id = c.id
           and m.lead_id = c.lead_id and m.direction = 'inbound' and m.external_id is not null
         where c.organization_id = $1 and c.id = $2 order by m.sent_at desc limit 1`,
        [task.organization_id, task.key],
      ),
    )
    if (!latest) return nothingToAsk
    const recipient = (latest.identities ?? []).map(({ kind, value, address }) => ({
      kind,
      value,
      ...(address ? { address } : {}),
    }))
    const typing = task.data.typing === 'true'
    await port.markSeen(account, { externalId: latest.external_id, recipient, typing })
    return nothingToAsk
  },
}
