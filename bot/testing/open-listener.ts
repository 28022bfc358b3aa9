import { pino } from 'pino'
import type { DomainEvent } from '#core/events.ts'
import { createSubscribers } from '../notices/create-subscribers.ts'
import { createGate } from '../posts/create-gate.ts'
import type { createFakeDesk } from './fake-desk.ts'
import { organizationId } from './make-lead.ts'
import { testWords } from './open-chat.ts'

/** Hears events as the staff bot does, over the test's desk; files are named and never opened. */
export function openListener({ desk }: Pick<ReturnType<typeof createFakeDesk>, 'desk'>) {
  const [subscriber] = createSubscribers({
    desk,
    words: testWords,
    log: pino({ enabled: false }),
    files: { open: () => Promise.reject(new Error('no file')), link: () => 'https://desk.example.com/x' },
    publicUrl: () => 'https://desk.example.com',
    seen: createGate(0),
  })
  const hear = async (type: string, data: object, id = 'e1') => {
    await subscriber?.handle({
      id,
      organizationId,
      type,
      data,
      occurredAt: new Date(),
    } as unknown as DomainEvent)
  }
  return {
    hear,
    /** Twice, as every event may be heard. */
    async tell(type: string, data: object, id = 'e1') {
      await hear(type, data, id)
      await hear(type, data, id)
    },
  }
}
