import type { Sql } from '../database/sql.ts'

/** Once the network took a change of a message of ours, the message itself shows it: the new text, or that it is gone. */
export async function completeChange(sql: Sql, organizationId: string, messageId: string): Promise<void> {
  await sql.query(
    `update message m set body = case c.kind when 'edit' then c.body else m.body end,
       edited_at = case c.kind when 'edit' then now() else m.edited_at end,
       revoked_at = case c.kind when 'revoke' then now() else m.revoked_at end
     from message c
     where c.organization_id = $1 and c.id = $2 and c.kind in ('edit', 'revoke')
       and m.organization_id = $1 and m.id = (c.content->>'targetId')::uuid`,
    [organizationId, messageId],
  )
}
