import { expect, it } from 'vitest'
import { clockOf } from './clock.ts'

it('tells times as people write them, with two digits where a day has 24 hours', () => {
  const at = new Date('2026-11-27T02:11:00Z')
  const parts = { weekday: 'short', day: 'numeric', month: 'short', timeZone: 'UTC' } as const
  const told = (language: string) =>
    clockOf(language, { ...parts, hour: 'numeric', minute: '2-digit' }).format(at)
  expect(told('en')).toMatch(/2:11\sAM$/)
  expect(told('fr')).toBe('ven. 27 nov., 02:11')
  expect(told('ar')).toContain('2:11 ص')
  expect(clockOf('fr', parts).format(at)).toBe('ven. 27 nov.')
})
