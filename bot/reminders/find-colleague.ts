import { askerOf } from '#core/actor.ts'
import { canWorkLeads } from '#core/policy.ts'
import type { Colleague } from '../notices/team.ts'
import { plainArabic } from './arabic-letters.ts'

/** A name as it is compared: without case, accents and the ways in which Arabic letters vary. */
export const plainName = (text: string): string =>
  plainArabic(text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()).text.trim()

/**
 * Whom `@karim` means: who has that username, or the only one who works leads and whose name begins so or has such a
 * part. Undefined: nobody, or more than one.
 */
export function findColleague(team: Colleague[], called: string): Colleague | undefined {
  const wanted = plainName(called.replace(/^@/, ''))
  if (wanted === '') return undefined
  const workers = team.filter((member) => canWorkLeads(askerOf(member)))
  const byUsername = workers.find(({ username }) => username && plainName(username) === wanted)
  if (byUsername) return byUsername
  const named = workers.filter(({ name }) =>
    [plainName(name), ...plainName(name).split(/\s+/)].some((part) => part.startsWith(wanted)),
  )
  return named.length === 1 ? named[0] : undefined
}
