import type { commands } from '#core/commands.ts'
import type { OutputOf } from '#core/desk.ts'
import type { Say } from '#core/i18n.ts'
import { shortId } from '#core/new-id.ts'
import { sayNetwork } from '../cards/words-of-lead.ts'
import { cutLine } from '../text/cut-text.ts'
import { escapeHtml, tame } from '../text/escape-html.ts'
import type { QuestionFace } from '../wizards/engine/wizard.ts'

export type Proposal = Extract<
  OutputOf<(typeof commands)['proposeChannel']>,
  { outcome: 'found' }
>['proposals'][number]

const warningKeys: Record<string, string> = {
  permission: 'connect-warn-permission',
  'other-app': 'connect-warn-other-app',
  'number-not-verified': 'connect-warn-number',
  'delivers-elsewhere': 'connect-warn-elsewhere',
}

/**
 * The accounts that a token opens, each as its network calls it, to be confirmed. `stays`: the message with the token could
 * not be deleted.
 */
export function foundFace(say: Say, network: string, proposals: Proposal[], stays: boolean): QuestionFace {
  const blocks = proposals.map((proposal) => blockOf(say, proposal).join('\n'))
  const choices = proposals.flatMap(({ proposalId, name, state }) => {
    if (!proposalId) return []
    const shown = { name: cutLine(tame(name), 30) }
    const text = state === 'connected' ? say('button-connect-renew', shown) : say('button-connect-go', shown)
    return [[{ text, choice: shortId(proposalId) }]]
  })
  const title = say('connect-found', { count: proposals.length, network: sayNetwork(say, network) })
  const html = [
    `🔎 ${title}`,
    ...blocks,
    ...(choices.length > 0 ? [say('connect-confirm')] : []),
    ...(stays ? [`⚠️ ${say('connect-not-deleted')}`] : []),
  ]
  return { html: html.join('\n\n'), choices }
}

function blockOf(say: Say, { name, facts, warnings, state }: Proposal): string[] {
  const { displayNumber, displayName, username } = facts
  const more = [displayName === name ? undefined : displayName, displayNumber, username && `@${username}`]
  const known = more
    .filter((fact) => fact !== undefined && fact !== '')
    .map((fact) => escapeHtml(cutLine(fact ?? '', 80)))
  return [
    [`<b>${escapeHtml(cutLine(name, 80))}</b>`, ...known].join(' · '),
    ...(state === 'of-another' ? [`⛔ ${say('connect-of-another')}`] : []),
    ...(state === 'connected' ? [`♻️ ${say('connect-known')}`] : []),
    ...warnings.flatMap(({ code, detail }) => {
      const key = Object.hasOwn(warningKeys, code) ? warningKeys[code] : undefined
      return key ? [`⚠️ ${say(key, { detail: escapeHtml(cutLine(detail ?? '', 80)) })}`] : []
    }),
  ]
}
