import { findColleague, plainName } from '../reminders/find-colleague.ts'
import { type Colleague, workersOf } from './team.ts'

const shortestName = 3

/**
 * Whom a note names, of those who can be told: `@` with a username or a part of a name that is one colleague's, or the whole
 * of a name as words of their own. Never its author.
 */
export function findNamed(
  team: Colleague[],
  card: Parameters<typeof workersOf>[1],
  body: string,
  authorId: string,
): Colleague[] {
  const called = new Set(
    [...body.matchAll(/(?<![\p{L}\p{N}._])@([\p{L}\p{M}\p{N}_]{2,64})/gu)].map(
      ([, name = '']) => findColleague(team, name)?.id,
    ),
  )
  const words = ` ${wordsOf(body)} `
  return workersOf(team, card).filter((member) => {
    const name = wordsOf(member.name)
    const isNamed = called.has(member.id) || (name.length >= shortestName && words.includes(` ${name} `))
    return isNamed && member.id !== authorId
  })
}

const wordsOf = (text: string): string =>
  plainName(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .join(' ')
