import type { OwnHours } from '#core/digests/read-own-hours.ts'
import type { Words } from '#core/i18n.ts'
import type { OrganizationFacts } from '#core/organizations/read-organization.ts'
import type { LeadTopics } from '#core/team-desk/lead-topics.ts'
import { callbackData } from '../callback-data.ts'
import type { Button, Face } from '../posts/post-content.ts'
import { cutLine } from '../text/cut-text.ts'
import { escapeHtml, tame } from '../text/escape-html.ts'
import type { Voice } from '../voice.ts'

export interface SettingsView {
  hours: Pick<OwnHours, 'timeZone' | 'quiet'>
  /** Only where there is a choice. */
  topics?: LeadTopics
  /** Only of who may change it. */
  organization?: OrganizationFacts
}

/** Posts of the settings, by the beginning of their keys: presses change them in place. */
export const settingsPrefix = 'settings:'

const topicKeys: Record<LeadTopics, string> = {
  off: 'settings-lead-topics-off',
  on: 'settings-lead-topics-on',
  refused: 'settings-lead-topics-refused',
}

/** One screen: what is a member's own, and below it what is the organization's, for who may change that. */
export function settingsFace(voice: Voice, words: Words, view: SettingsView): Face {
  const { say } = voice
  const { hours, organization, topics } = view
  const { timeZone, quiet } = hours
  const own = [
    say('settings-language', { language: say('language-own-name') }),
    say('hours-zone', { zone: escapeHtml(timeZone) }),
    quiet ? say('hours-quiet', quiet) : say('hours-quiet-none'),
    ...(topics ? [say(topicKeys[topics])] : []),
  ]
  const html = [
    `⚙️ <b>${say('settings-title')}</b>`,
    own.join('\n'),
    ...(organization ? [organizationLines(voice, words, organization).join('\n')] : []),
  ].join('\n\n')
  const part = (text: string, name: string): Button => ({ text, data: callbackData('organization', name) })
  const buttons: Button[][] = [
    [
      { text: say('button-language'), data: callbackData('languages') },
      { text: say('button-hours'), data: callbackData('hours') },
    ],
    [{ text: say('button-notices'), data: callbackData('notices') }],
    ...(topics ? [[topicsButton(say, topics)]] : []),
    ...(organization
      ? [
          [
            part(say('button-organization-name'), 'name'),
            part(say('button-organization-language'), 'language'),
          ],
          [
            part(say('button-organization-zone'), 'zone'),
            part(say('button-organization-currency'), 'currency'),
          ],
        ]
      : []),
  ]
  return { html, buttons }
}

/** Says what it sets, so that pressing it twice changes nothing more. */
const topicsButton = (say: Voice['say'], topics: LeadTopics): Button =>
  topics === 'on'
    ? { text: say('button-lead-topics-off'), data: callbackData('lead-topics', 'off') }
    : { text: say('button-lead-topics-on'), data: callbackData('lead-topics', 'on') }

/** What holds for the whole organization, a line each. */
export function organizationLines(
  { say, mark }: Voice,
  words: Words,
  organization: OrganizationFacts,
): string[] {
  const { name, language, timeZone, currency } = organization
  return [
    `${mark}🏢 <b>${escapeHtml(cutLine(tame(name), 80))}</b>`,
    say('settings-organization-language', { language: words.in(language)('language-own-name') }),
    say('settings-organization-zone', { zone: escapeHtml(timeZone) }),
    currency ? say('settings-currency', { currency }) : say('settings-currency-none'),
  ]
}

/** The languages that members are spoken to in who have chosen none. */
export function organizationLanguagesFace({ say }: Voice, words: Words): Face {
  const languages = words.languages.map((code) => ({
    text: words.in(code)('language-own-name'),
    data: callbackData('organization', 'speak', code),
  }))
  return {
    html: `🏢 ${say('organization-ask-language')}`,
    buttons: [languages, [{ text: say('button-back'), data: callbackData('settings') }]],
  }
}
