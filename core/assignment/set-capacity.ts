import { z } from 'zod'
import { defineCommand } from '../command.ts'
import { DeskError } from '../errors.ts'
import { canManageAssignment } from '../policy.ts'

/** So many open leads at most; null: no limit of its own. */
export const capacity = z.number().int().min(1).max(1_000).nullable()

/**
 * So many open leads at most are given to a member; null: as many as to everybody.
 *
 * @throws DeskError member-not-found
 */
export const setCapacity = defineCommand({
  input: z.object({ memberId: z.uuid(), capacity }),
  allowed: canManageAssignment,
  async run({ sql, organizationId, audit, wakes }, { memberId, capacity: wanted }) {
    const [set] = await sql.query(
      `insert into presence (organization_id, member_id, capacity)
       select $1, m.id, $3 from member m where m.organization_id = $1 and m.id = $2 and m.state = 'active'
       on conflict (organization_id, member_id) do update set capacity = excluded.capacity
       returning member_id`,
      [organizationId, memberId, wanted],
    )
    if (!set) throw new DeskError('not-found', 'member-not-found')
    audit('setCapacity', { memberId, capacity: wanted })
    wakes('job')
  },
})
