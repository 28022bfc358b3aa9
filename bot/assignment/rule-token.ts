import { createHash } from 'node:crypto'
import type { RuleConditions } from '#core/assignment/decide-assignment.ts'
import type { AssignmentOverview } from '#core/assignment/read-assignment.ts'
import { longId, shortId } from '#core/new-id.ts'

/** One condition of a rule, as a button carries it in at most 23 characters. */
export const ruleToken = {
  channel: (id: string): string => `c${shortId(id)}`,
  team: (id: string): string => `t${shortId(id)}`,
  language: (code: string): string => `l${code}`,
  /** Sources are words of any length: named by their digest, and found again among those that there are. */
  source: (source: string): string =>
    `s${createHash('sha256').update(source).digest('base64url').slice(0, 16)}`,
  any: 'a',
}

const nothing: Required<RuleConditions> = {
  channelAccountId: null,
  source: null,
  language: null,
  teamId: null,
}

/** What a token says; undefined for what no button of ours carries, or what is there no longer. */
export function readRuleToken(
  token: string,
  { sources }: Pick<AssignmentOverview, 'sources'>,
): RuleConditions | undefined {
  const rest = token.slice(1)
  if (token === ruleToken.any) return nothing
  if (token.startsWith('l') && /^[a-z]{2,3}$/.test(rest)) return { language: rest }
  if (token.startsWith('s')) {
    const source = sources.find((one) => ruleToken.source(one) === token)
    return source === undefined ? undefined : { source }
  }
  const id = longId(rest)
  if (!id) return undefined
  if (token.startsWith('c')) return { channelAccountId: id }
  return token.startsWith('t') ? { teamId: id } : undefined
}
