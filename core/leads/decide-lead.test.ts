import { expect, it } from 'vitest'
import { decideLead } from './decide-lead.ts'

const hour = 3_600_000
const closedAt = new Date('2026-11-01T12:00:00Z')
const after = (hours: number) => new Date(closedAt.getTime() + hours * hour)

it('opens a lead for somebody who never wrote', () => {
  expect(decideLead(undefined, after(0))).toBe('open')
})
it('joins the open lead, however old', () => {
  expect(decideLead({ id: 'a', closedAt: null }, after(9_999))).toEqual({ join: 'a' })
})
it('takes a thank-you soon after the end for part of the lead', () => {
  expect(decideLead({ id: 'a', closedAt }, after(71))).toEqual({ join: 'a' })
})
it('takes what comes days later for new interest', () => {
  expect(decideLead({ id: 'a', closedAt }, after(72))).toBe('open')
})
it('does not open a lead for an old message that arrives late', () => {
  expect(decideLead({ id: 'a', closedAt }, after(-5))).toEqual({ join: 'a' })
})
