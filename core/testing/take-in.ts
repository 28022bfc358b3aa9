import type { InboundItem } from '../channels/inbound-item.ts'
import { isMeeting } from '../inbox/failure-kinds.ts'
import { takeItems } from '../inbox/take-items.ts'
import { newId } from '../new-id.ts'
import type { Subscriptions } from '../outbox/record-events.ts'
import type { TestCore } from './open-test-core.ts'

/** Takes items of one call in, as the inbox does: again when it met another batch. */
export async function takeIn(
  test: TestCore,
  items: InboundItem[],
  subscriptions: Subscriptions = [],
): Promise<void> {
  const eventId = newId()
  for (let meeting = 1; ; meeting += 1) {
    try {
      await test.core.database.transaction({ relay: true }, (sql) =>
        takeItems(
          sql,
          subscriptions,
          items.map((item) => ({ eventId, item })),
        ),
      )
      return
    } catch (error) {
      if (!isMeeting(error) || meeting > 3) throw error
    }
  }
}

/** What was recorded of a type, the oldest first. */
export const eventsOf = async (test: TestCore, type: string) =>
  (
    await test.rows<{ data: Record<string, unknown> }>(
      'select data from domain_event where type = $1 order by id',
      [type],
    )
  ).map(({ data }) => data)
