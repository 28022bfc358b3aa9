import { expect, it } from 'vitest'
import { decideImportProgress } from './decide-import-progress.ts'
import type { ImportProgress } from './inbound-item.ts'

const report = (progress: number, phase = '0', more: Partial<ImportProgress> = {}): ImportProgress => ({
  type: 'import-progress',
  network: 'whatsapp',
  account: '1',
  progress,
  phase,
  at: new Date(progress * 1000),
  ...more,
})

it('tells of each tenth part of a phase once, whatever order the reports come in', () => {
  let facts: Parameters<typeof decideImportProgress>[0]
  let told = 0
  for (const progress of [1, 5, 12, 11, 19, 20, 55, 30, 100, 100, 99]) {
    const decided = decideImportProgress(facts, [report(progress)])
    facts = decided.facts
    if (decided.news) told += 1
  }
  expect(told).toBe(5)
  expect(facts?.phases).toEqual({ '0': 100 })
  expect(decideImportProgress(facts, [report(3, '1')]).news).toBeDefined()
})
it('tells of a failure once, and takes a phase called like a part of the language for a word', () => {
  const failure = { code: '2593109', title: 'The owner declined' }
  const first = decideImportProgress(undefined, [report(0, '__proto__', { failure })])
  expect(first.news?.failure).toEqual(failure)
  expect(decideImportProgress(first.facts, [report(0, '__proto__', { failure })]).news).toBeUndefined()
  const { facts } = decideImportProgress(undefined, [report(40, '__proto__')])
  expect(Object.entries(facts.phases)).toEqual([['__proto__', 40]])
})
