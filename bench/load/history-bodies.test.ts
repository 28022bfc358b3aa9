import { expect, test } from 'vitest'
import { historyBody, historyPrefix, historySize } from './history-bodies.ts'

const at = { kind: 'history', sentAt: 1_795_000_000 } as const

test('a history is a hundred thousand messages of two thousand people, each once, in calls below 3 MB', () => {
  const ids = new Set<string>()
  const chats = new Set<string>()
  for (let index = 0; index < historySize.calls; index += 1) {
    const body = historyBody(at, index)
    expect(body.length).toBeLessThan(3 * 1024 * 1024)
    for (const [, id] of body.matchAll(/"id":"(wamid\.old\.[\d.]+)"/g)) if (id) ids.add(id)
    for (const [, id] of body.matchAll(/"id":"(336\d+)"/g)) if (id) chats.add(id)
  }
  expect(historySize).toEqual({ threads: 2_000, calls: 100, messages: 100_000 })
  expect([ids.size, chats.size]).toEqual([100_000, 2_000])
  expect([...ids].every((id) => id.startsWith(historyPrefix))).toBe(true)
})

test('phases come one after another, their chunks counted, and the last call is the whole', () => {
  const told = [0, 9, 10, 49, 50, 99].map(
    (index) => /"metadata":(\{"phase":[^}]+\})/.exec(historyBody(at, index))?.[1] ?? '{}',
  )
  expect(told.map((text) => Object.values(JSON.parse(text)))).toEqual([
    [0, 1, 1],
    [0, 10, 10],
    [1, 1, 11],
    [1, 40, 50],
    [2, 1, 51],
    [2, 50, 100],
  ])
  expect(() => historyBody(at, 100)).toThrow(RangeError)
})
