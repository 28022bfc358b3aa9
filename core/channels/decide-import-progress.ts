import type { ImportProgress, NetworkFailure } from './inbound-item.ts'

/** How far the import of old chats has come; kept as `import` among the account's facts. */
export interface ImportFacts {
  /** In percent, by the network's name of the phase. */
  phases: Record<string, number>
  failure?: NetworkFailure
  /** When the network last said something of it. */
  at: string
}

/** Reports come by the hundred and in any order: owners hear of each tenth part once, and of each failure once. */
const step = 10

/**
 * Decides what reports make of what is known.
 *
 * @returns the new facts, and the furthest report that says something worth telling
 */
export function decideImportProgress(
  before: ImportFacts | undefined,
  reports: ImportProgress[],
): { facts: ImportFacts; news: ImportProgress | undefined } {
  const facts: ImportFacts = { phases: {}, at: new Date(0).toISOString(), ...before }
  facts.phases = { ...facts.phases }
  let news: ImportProgress | undefined
  for (const report of reports) {
    const { phase = '', progress, failure, at } = report
    if (at.toISOString() > facts.at) facts.at = at.toISOString()
    if (failure) {
      if (facts.failure?.code !== failure.code) news = report
      facts.failure = failure
      continue
    }
    const known = Object.hasOwn(facts.phases, phase) ? (facts.phases[phase] ?? -1) : -1
    const next = Math.max(0, Math.min(100, progress ?? 0))
    if (next <= known) continue
    if (known < 0 || Math.floor(next / step) > Math.floor(known / step)) news = report
    // Phases are the network's words: never a key that means something to the language.
    facts.phases = Object.fromEntries([...Object.entries(facts.phases), [phase, next]])
  }
  return { facts, news }
}
