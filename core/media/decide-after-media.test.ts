import { expect, it } from 'vitest'
import { decideAfterMedia, patience } from './decide-after-media.ts'

const failure = { code: 'http-503', title: 'Refused' }
const hour = 3_600_000

it('loses nothing in an outage of a day, and does not hammer at the closed door', () => {
  let attempts = 0
  let clock = 0
  while (clock < 24 * hour) {
    attempts += 1
    const after = decideAfterMedia({ outcome: 'later', failure }, attempts, clock, Math.random())
    if (after.next !== 'again') throw new Error(`given up after ${clock / hour} hours`)
    clock += after.afterMs
  }
  expect(attempts).toBeGreaterThan(40)
  expect(attempts).toBeLessThan(100)
})
it('gives up at once only on the clear word of the network', () => {
  expect(decideAfterMedia({ outcome: 'gone', failure }, 1, 0, 0)).toEqual({ next: 'lost', failure })
  expect(decideAfterMedia({ outcome: 'refused', failure }, 1, 0, 0)).toMatchObject({ next: 'again' })
})
it('gives up on trouble after a week, on refusals after two days', () => {
  expect(patience).toEqual({ later: 168 * hour, refused: 48 * hour })
  expect(decideAfterMedia({ outcome: 'later', failure }, 400, 169 * hour, 0).next).toBe('lost')
  expect(decideAfterMedia({ outcome: 'refused', failure }, 99, 49 * hour, 0).next).toBe('lost')
  expect(decideAfterMedia({ outcome: 'later', failure }, 99, 49 * hour, 0).next).toBe('again')
})
it('waits at least as long as the network asks, but not for days', () => {
  const wait = (afterMs: number) => decideAfterMedia({ outcome: 'later', failure, afterMs }, 1, 0, 0)
  expect(wait(60_000)).toMatchObject({ afterMs: 60_000 })
  expect(wait(1e12)).toMatchObject({ afterMs: hour })
})
it('keeps a file for a channel that stopped, for however long', () => {
  const after = decideAfterMedia({ outcome: 'channel-stopped', failure }, 9, 999 * hour, 0)
  expect(after).toMatchObject({ next: 'again', stopChannel: true })
})
