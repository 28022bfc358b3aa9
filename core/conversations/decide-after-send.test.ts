import { expect, it } from 'vitest'
import { decideAfterSend, patience } from './decide-after-send.ts'

const failure = { code: '130429', title: 'Too fast' }

it('tries again later, with pauses that grow', () => {
  const pause = (attempt: number) => {
    const after = decideAfterSend({ outcome: 'refused-for-now', failure }, attempt, 0, 0.5)
    return after.next === 'again' ? after.afterMs : Number.NaN
  }
  expect(pause(1)).toBe(2_000)
  expect(pause(4)).toBe(16_000)
  expect(pause(30)).toBe(15 * 60_000)
})
it('waits at least as long as the network asks', () => {
  const after = decideAfterSend({ outcome: 'refused-for-now', failure, afterMs: 60_000 }, 1, 0, 0)
  expect(after).toMatchObject({ next: 'again', afterMs: 60_000 })
})
it('gives up after a day of refusals, with the reason', () => {
  expect(decideAfterSend({ outcome: 'refused-for-now', failure }, 90, patience + 1, 0)).toEqual({
    next: 'failed',
    failure,
  })
})
it('never tries again what may have been sent', () => {
  expect(decideAfterSend({ outcome: 'unconfirmed', failure }, 1, 0, 0)).toEqual({
    next: 'unconfirmed',
    failure,
  })
})
it('keeps a message for a channel that stopped', () => {
  const after = decideAfterSend({ outcome: 'channel-stopped', failure }, 1, patience * 9, 0)
  expect(after).toMatchObject({ next: 'again', holds: 'channel' })
})
it('waits four times as long each time when one person was written to too often; others go on', () => {
  const after = (attempt: number) =>
    decideAfterSend({ outcome: 'refused-for-now', failure, holds: 'person' }, attempt, 0, 0)
  expect([1, 2, 3, 9].map(after)).toMatchObject([
    { afterMs: 4_000, holds: 'nothing' },
    { afterMs: 16_000 },
    { afterMs: 64_000 },
    { afterMs: 15 * 60_000 },
  ])
})
it('lets the whole account wait when the network says so', () => {
  const outcome = { outcome: 'refused-for-now', failure, holds: 'account', afterMs: 30_000 } as const
  expect(decideAfterSend(outcome, 1, 0, 0)).toMatchObject({ afterMs: 30_000, holds: 'account' })
})
