import { describe, expect, test } from 'vitest'
import { wallOf } from '../reminders/local-time.ts'
import { type DigestState, decideDigest } from './decide-digest.ts'

const minute = 60_000
const noQuiet = { from: null, until: null }

/** Looks every minute, as the clock does, and says for which days and when digests were sent. */
function live(state: Omit<DigestState, 'dueAt' | 'lastDay'>, from: string, until: string) {
  const sent: { day: string; wall: string }[] = []
  let dueAt: Date | null = null
  let lastDay: string | null = null
  for (let ms = Date.parse(from); ms < Date.parse(until); ms += minute) {
    const now = new Date(ms)
    if (dueAt && dueAt > now) continue
    const decision = decideDigest({ ...state, dueAt, lastDay }, now)
    dueAt = decision.dueAt
    if (!decision.day) continue
    lastDay = decision.day
    const { hour, minute: past } = wallOf(now, state.timeZone)
    sent.push({ day: decision.day, wall: `${hour}:${String(past).padStart(2, '0')}` })
  }
  return sent
}

describe('exactly one digest comes on each local day over a change of the clocks', () => {
  test.each([
    ['Europe/Berlin', '02:30', '2026-03-27T12:00:00Z', ['28 2:30', '29 3:30', '30 2:30']],
    ['Europe/Berlin', '02:30', '2026-10-23T12:00:00Z', ['24 2:30', '25 2:30', '26 2:30']],
    ['America/New_York', '02:30', '2026-03-06T12:00:00Z', ['07 2:30', '08 3:30', '09 2:30']],
    ['America/New_York', '01:30', '2026-10-30T12:00:00Z', ['31 1:30', '01 1:30', '02 1:30']],
    ['Africa/Cairo', '00:30', '2026-04-22T12:00:00Z', ['23 0:30', '24 1:30', '25 0:30']],
    ['Africa/Cairo', '23:30', '2026-10-27T22:30:00Z', ['28 23:30', '29 23:30', '30 23:30']],
    ['Europe/Berlin', '08:30', '2026-03-27T12:00:00Z', ['28 8:30', '29 8:30', '30 8:30']],
  ])('%s at %s from %s on', (timeZone, at, from, days) => {
    const until = new Date(Date.parse(from) + 72 * 60 * minute).toISOString()
    const sent = live({ ...noQuiet, at, timeZone }, from, until)
    expect(sent.map(({ day, wall }) => `${day.slice(8)} ${wall}`)).toEqual(days)
  })
})

const decide = (state: Partial<DigestState>, now: string) => {
  const usual = { ...noQuiet, at: '08:30', timeZone: 'Europe/Berlin', dueAt: null, lastDay: null }
  const { day, dueAt } = decideDigest({ ...usual, ...state }, new Date(now))
  return `${day ?? 'none'}, then ${dueAt.toISOString()}`
}

test('after an outage over three digests one comes, late, and the next at its time', () => {
  const state = { dueAt: new Date('2026-11-24T07:30:00Z'), lastDay: '2026-11-23' }
  expect(decide(state, '2026-11-26T10:00:00Z')).toBe('2026-11-26, then 2026-11-27T07:30:00.000Z')
  expect(decide(state, '2026-11-26T03:00:00Z')).toBe('2026-11-25, then 2026-11-26T07:30:00.000Z')
})

test('who joins in the afternoon has the first one the next morning', () => {
  expect(decide({}, '2026-11-26T15:00:00Z')).toBe('none, then 2026-11-27T07:30:00.000Z')
})

test('a new time or zone does not bring a second one on the same day', () => {
  expect(decide({ lastDay: '2026-11-26', at: '17:00' }, '2026-11-26T10:00:00Z')).toBe(
    'none, then 2026-11-27T16:00:00.000Z',
  )
  expect(decide({ lastDay: '2026-11-26', timeZone: 'America/New_York' }, '2026-11-26T10:00:00Z')).toBe(
    'none, then 2026-11-27T13:30:00.000Z',
  )
})

test('one that falls into quiet hours comes at their end', () => {
  const quiet = { from: '22:00', until: '09:00' }
  const state = { ...quiet, dueAt: new Date('2026-11-26T07:30:00Z'), lastDay: '2026-11-25' }
  expect(decide(state, '2026-11-26T07:30:00Z')).toBe('none, then 2026-11-26T08:00:00.000Z')
  expect(decide(state, '2026-11-26T08:00:00Z')).toBe('2026-11-26, then 2026-11-27T07:30:00.000Z')
})
