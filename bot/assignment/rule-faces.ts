import type { AssignmentRule } from '#core/assignment/decide-assignment.ts'
import type { AssignmentOverview } from '#core/assignment/read-assignment.ts'
import { shortId } from '#core/new-id.ts'
import { callbackData } from '../callback-data.ts'
import { sayChannel } from '../cards/words-of-lead.ts'
import type { Button, Face } from '../posts/post-content.ts'
import { cutLine } from '../text/cut-text.ts'
import { escapeHtml, escapeSigns, tame } from '../text/escape-html.ts'
import type { Voice } from '../voice.ts'
import { ruleToken } from './rule-token.ts'
import { sayConditions, sayLanguage, saySource, sayTarget } from './say-rule.ts'
import { mark } from './settings-face.ts'

/** Buttons of one page: more than these nobody reads. */
const mostChoices = 40

/** What a rule is about and whom it gives to, in one line of plain text. */
const lineOf = (voice: Voice, rule: AssignmentRule, overview: AssignmentOverview): string =>
  `${sayConditions(voice, rule, overview)} ${voice.say('arrow')} ${sayTarget(voice, rule, overview)}`

/** All rules in their order. */
export function rulesFace(voice: Voice, overview: AssignmentOverview): Face {
  const { say } = voice
  const { rules } = overview
  return {
    html: [
      `📋 <b>${say('rules-title')}</b>`,
      ...(rules.length > 0
        ? [
            say('rules-about'),
            rules
              .map(
                (rule, index) => `${voice.mark}${index + 1}. ${escapeSigns(lineOf(voice, rule, overview))}`,
              )
              .join('\n'),
          ]
        : [say('rules-none')]),
    ].join('\n\n'),
    buttons: [
      ...rules.slice(0, mostChoices).map((rule, index) => [
        {
          text: cutLine(`${index + 1}. ${lineOf(voice, rule, overview)}`, 60),
          data: callbackData('rule', shortId(rule.id)),
        },
      ]),
      [{ text: say('button-rule-new'), data: callbackData('rule-about', 'new') }],
      [{ text: say('button-back'), data: callbackData('assignment') }],
    ],
  }
}

/** One rule, with what can be changed about it. */
export function ruleFace(voice: Voice, rule: AssignmentRule, overview: AssignmentOverview): Face {
  const { say } = voice
  const { target, method } = rule
  const id = shortId(rule.id)
  const to = (text: string, verb: string, ...parts: string[]): Button => ({
    text,
    data: callbackData(verb, id, ...parts),
  })
  const teams = overview.teams.map((team) =>
    to(
      mark('teamId' in target && target.teamId === team.id, `👥 ${cutLine(tame(team.name), 30)}`),
      'rule-team',
      shortId(team.id),
    ),
  )
  const members = overview.members.map((member) =>
    to(
      mark('memberIds' in target && target.memberIds.includes(member.id), cutLine(tame(member.name), 30)),
      'rule-member',
      shortId(member.id),
    ),
  )
  return {
    html: [
      `📋 <b>${say('rule-title', { number: String(overview.rules.indexOf(rule) + 1) })}</b>`,
      say('rule-for', { about: escapeSigns(sayConditions(voice, rule, overview)) }),
      say('rule-to', { target: escapeSigns(sayTarget(voice, rule, overview)) }),
      `<i>${say('rule-choose-people')}</i>`,
    ].join('\n\n'),
    buttons: [
      ...inPairs([...teams, ...members].slice(0, mostChoices)),
      [
        to(mark(method === 'round-robin', say('button-method-turn')), 'rule-method', 'turn'),
        to(mark(method === 'balanced', say('button-method-load')), 'rule-method', 'load'),
      ],
      [to(say('button-rule-about'), 'rule-about')],
      [to('⬆️', 'rule-move', 'up'), to('⬇️', 'rule-move', 'down'), to('🗑', 'rule-remove')],
      [{ text: say('button-back'), data: callbackData('rules') }],
    ],
  }
}

/** What a rule can be about: first of which kind. `rule`: its short id, or `new`. */
export function aboutFace({ say }: Voice, rule: string): Face {
  const kind = (text: string, name: string): Button => ({ text, data: callbackData('rule-kind', rule, name) })
  return {
    html: `📋 ${rule === 'new' ? say('rule-ask-kind') : say('rule-ask-kind-more')}`,
    buttons: [
      [kind(say('button-kind-channel'), 'channel'), kind(say('button-kind-source'), 'source')],
      [kind(say('button-kind-language'), 'language'), kind(say('button-kind-team'), 'team')],
      [{ text: say('button-kind-any'), data: callbackData('rule-value', rule, ruleToken.any) }],
      [
        {
          text: say('button-back'),
          data: rule === 'new' ? callbackData('rules') : callbackData('rule', rule),
        },
      ],
    ],
  }
}

/** The values of one kind; undefined for a kind that there is not. */
export function valuesFace(
  voice: Voice,
  rule: string,
  kind: string,
  { channels, teams, sources, languages }: AssignmentOverview,
): Face | undefined {
  const { say } = voice
  const named = (one: { name: string }) => cutLine(tame(one.name), 40)
  const choices: Record<string, { text: string; token: string }[]> = {
    channel: channels.map((one) => ({
      text: cutLine(sayChannel(say, one), 40),
      token: ruleToken.channel(one.id),
    })),
    source: sources.map((one) => ({ text: saySource(voice, one), token: ruleToken.source(one) })),
    language: [...new Set([...languages, 'en', 'fr', 'ar'])].map((one) => ({
      text: sayLanguage(voice, one),
      token: ruleToken.language(one),
    })),
    team: teams.map((one) => ({ text: named(one), token: ruleToken.team(one.id) })),
  }
  const offered = Object.hasOwn(choices, kind) ? choices[kind] : undefined
  if (!offered) return undefined
  return {
    html: `📋 ${offered.length > 0 ? say('rule-ask-value') : say('rule-no-values')}`,
    buttons: [
      ...inPairs(
        offered
          .slice(0, mostChoices)
          .map(({ text, token }) => ({ text, data: callbackData('rule-value', rule, token) })),
      ),
      [{ text: say('button-back'), data: callbackData('rule-about', rule) }],
    ],
  }
}

/** Whom a new rule gives leads to, to begin with. */
export function targetsFace(
  voice: Voice,
  token: string,
  about: string,
  { teams, members }: AssignmentOverview,
): Face {
  const { say } = voice
  const choice = (text: string, value: string): Button => ({
    text,
    data: callbackData('rule-new', token, value),
  })
  return {
    html: `📋 ${say('rule-ask-target', { about: escapeHtml(about) })}`,
    buttons: [
      ...inPairs(
        [
          ...teams.map(({ id, name }) => choice(`👥 ${cutLine(tame(name), 30)}`, `t${shortId(id)}`)),
          ...members.map(({ id, name }) => choice(cutLine(tame(name), 30), `m${shortId(id)}`)),
        ].slice(0, mostChoices),
      ),
      [{ text: say('button-back'), data: callbackData('rule-about', 'new') }],
    ],
  }
}

const inPairs = (buttons: Button[]): Button[][] =>
  Array.from({ length: Math.ceil(buttons.length / 2) }, (_, row) => buttons.slice(row * 2, row * 2 + 2))
