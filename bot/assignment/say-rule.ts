import type { AssignmentRule, RuleConditions } from '#core/assignment/decide-assignment.ts'
import type { AssignmentOverview } from '#core/assignment/read-assignment.ts'
import { sayChannel, sayNetwork } from '../cards/words-of-lead.ts'
import { cutLine } from '../text/cut-text.ts'
import { tame } from '../text/escape-html.ts'
import type { Voice } from '../voice.ts'

const nameIn = (list: readonly { id: string; name: string }[], id: string): string =>
  cutLine(tame(list.find((one) => one.id === id)?.name ?? '?'), 40)

const channelIn = ({ say }: Voice, { channels }: AssignmentOverview, id: string): string => {
  const channel = channels.find((one) => one.id === id)
  return channel ? cutLine(sayChannel(say, channel), 40) : '?'
}

/** A language in the reader's own words; its code where there are none. */
export const sayLanguage = ({ language }: Voice, code: string): string =>
  new Intl.DisplayNames([language], { type: 'language' }).of(code) ?? code

/** What leads a rule is about, as plain text. */
export function sayConditions(voice: Voice, rule: RuleConditions, overview: AssignmentOverview): string {
  const { say } = voice
  const parts = [
    ...(rule.channelAccountId ? [channelIn(voice, overview, rule.channelAccountId)] : []),
    ...(rule.source ? [say('rule-source', { source: saySource(voice, rule.source) })] : []),
    ...(rule.language ? [sayLanguage(voice, rule.language)] : []),
    ...(rule.teamId ? [say('rule-served-by', { team: nameIn(overview.teams, rule.teamId) })] : []),
  ]
  return parts.length > 0 ? parts.join(' + ') : say('rule-everything')
}

export const saySource = ({ say }: Voice, source: string): string =>
  cutLine(tame(sayNetwork(say, source)), 40)

/** How many names of a rule's people are told. */
const mostNames = 3

/** Whom a rule gives leads to, as plain text. */
export function sayTarget({ say }: Voice, { target }: AssignmentRule, overview: AssignmentOverview): string {
  if ('teamId' in target) return say('rule-team', { team: nameIn(overview.teams, target.teamId) })
  const names = overview.members.filter(({ id }) => target.memberIds.includes(id)).map(({ name }) => name)
  if (names.length === 0) return say('rule-nobody-left')
  const shown = names.slice(0, mostNames).map((name) => cutLine(tame(name), 30))
  return [...shown, ...(names.length > mostNames ? [`+${names.length - mostNames}`] : [])].join(', ')
}
