import { askerOf } from '#core/actor.ts'
import { canWorkLeads } from '#core/policy.ts'
import type { Colleague } from '../notices/team.ts'
import { plainArabic } from './arabic-letters.ts'

const plain = (text: string): string =>
  plainArabic(text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()).text.trim()

/**
 * Whom `@karim` means: who has that username, or the only one who works leads and whose name begins so or has such a
 * part. Undefined: nobody, or more than one.
 */
export function findColleague(team: Colleague[], called: string): Colleague | undefined {
  const wanted = plain(called.replace(/^@/, ''))
  if (wanted === '') return undefined
  const workers = team.filter((member) => canWorkLeads(askerOf(member)))
  const byUsername = workers.find(({ username }) => username && plain(username) === wanted)
  if (byUsername) return byUsername
  const named = workers.filter(({ name }) =>
    [plain(name), ...plain(name).split(/\s+/)].some((part) => part.startsWith(wanted)),
  )
  return named.length === 1 ? named[0] : undefined
}
