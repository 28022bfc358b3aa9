/**
 * Does a job's work for one organization after another. The trouble of one does not hold up the others, nor take back what
 * was done before it.
 *
 * @param work adds how much was done as it goes
 * @param tell told how much was done in all, unless it was nothing; also where something failed
 * @param sentence what to say of failures
 * @returns how much was done in all
 * @throws AggregateError of what failed, after the others had their turn
 */
export async function inEachOrganization(
  organizations: readonly { id: string }[],
  work: (organizationId: string, add: (count: number) => void) => Promise<void>,
  { tell, sentence }: { tell: (done: number) => void; sentence: string },
): Promise<number> {
  let done = 0
  const add = (count: number) => {
    done += count
  }
  const failures: unknown[] = []
  for (const { id } of organizations) {
    try {
      await work(id, add)
    } catch (error) {
      failures.push(error)
    }
  }
  if (done > 0) tell(done)
  if (failures.length > 0) throw new AggregateError(failures, sentence)
  return done
}
