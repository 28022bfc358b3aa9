import { afterEach, expect, it, vi } from 'vitest'
import { followClock, longId, newId, shortId } from './new-id.ts'

afterEach(() => {
  vi.useRealTimers()
  followClock(0)
})

const timeOf = (id: string) => Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16)

it('makes ids that rise, also within a millisecond and when the clock is set back', () => {
  vi.useFakeTimers({ now: 1_795_000_000_000 })
  const ids = Array.from({ length: 2_000 }, newId)
  vi.setSystemTime(1_794_999_999_000)
  ids.push(...Array.from({ length: 2_000 }, newId))
  expect(ids).toEqual([...ids].sort())
  expect(new Set(ids).size).toBe(4_000)
})

it('makes ids of one version and variant, which every UUID reader takes', () => {
  expect(newId()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
})

it.each([660_000, -660_000, 86_400_000])(
  'dates ids by the clock that all share, which is %i ms ahead',
  (ahead) => {
    vi.useFakeTimers({ now: 1_795_000_000_000 })
    newId()
    followClock(ahead)
    expect(timeOf(newId())).toBe(1_795_000_000_000 + ahead)
    vi.setSystemTime(1_795_000_000_005)
    expect(timeOf(newId())).toBe(1_795_000_000_005 + ahead)
  },
)

it('does not follow what two looks at one clock may differ by, so that ids go on rising', () => {
  vi.useFakeTimers({ now: 1_795_000_000_000 })
  const first = newId()
  followClock(-40)
  followClock(-3_000, 4_000)
  expect(newId() > first).toBe(true)
})

it('shortens ids for buttons and reads them again, and nothing else', () => {
  const id = newId()
  expect(longId(shortId(id))).toBe(id)
  expect(longId(`${shortId(id)}x`)).toBeUndefined()
  expect(longId('not an id of 22 chars!')).toBeUndefined()
})
