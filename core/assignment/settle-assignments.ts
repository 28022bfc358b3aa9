import type { JobTools } from '../jobs/job.ts'

/**
 * Gives leads that have waited for somebody to those who are available now, and takes leads from owners who are away
 * while their customers wait. Each is one command of its own, so that two processes may do this at the same time.
 *
 * @returns how many leads were looked at more closely
 * @throws AggregateError of what failed, after the others had their turn
 */
export async function settleAssignments({
  database,
  desk,
}: Pick<JobTools, 'database' | 'desk'>): Promise<number> {
  const organizations = await database.relay<{ id: string }>(
    `select organization_id as id from assignment_request where settled_at is null
     union select organization_id from assignment_setting
     where absence_minutes is not null or returns_off_shift`,
  )
  let done = 0
  const failures: unknown[] = []
  const attempt = async (work: () => Promise<unknown>) => {
    done += 1
    await work().catch((error: unknown) => failures.push(error))
  }
  for (const { id: organizationId } of organizations) {
    const actor = { kind: 'system', organizationId, name: 'assignment' } as const
    for (const { leadId, ownerId } of await desk.ask(actor, 'listAbsences', {})) {
      await attempt(() => desk.perform(actor, 'returnLead', { leadId, ownerId }))
    }
    for (const requestId of await desk.ask(actor, 'listAssignable', {})) {
      await attempt(() => desk.perform(actor, 'assignRequested', { requestId }))
    }
  }
  if (failures.length > 0) throw new AggregateError(failures, 'Leads could not be given to anybody.')
  return done
}
