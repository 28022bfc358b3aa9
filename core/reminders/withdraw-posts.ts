import type { Work } from '../command.ts'
import type { Reminder } from './reminder.ts'

/** Posts about a reminder are named so: what waits to be shown of an earlier state is found by it. */
export const reminderPostPrefix = (reminderId: string): string => `reminder:${reminderId}:`

/**
 * Takes back what was about to be shown of a reminder before it changed. What is being shown at this moment was on its
 * way before.
 */
export async function withdrawPosts({ sql, organizationId }: Work, reminder: Reminder): Promise<void> {
  await sql.query(
    `delete from staff_post where organization_id = $1 and lead_id = $2 and starts_with(key, $3)
       and state = 'pending' and lease_token is null`,
    [organizationId, reminder.lead.id, reminderPostPrefix(reminder.id)],
  )
}
