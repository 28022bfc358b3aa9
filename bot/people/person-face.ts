import type { OutputOf } from '#core/desk.ts'
import { shortId } from '#core/new-id.ts'
import type { queries } from '#core/queries.ts'
import { callbackData } from '../callback-data.ts'
import { isLeadStatus } from '../cards/is-lead-status.ts'
import { sayNetwork, sayStatus } from '../cards/words-of-lead.ts'
import type { Button, Face } from '../posts/post-content.ts'
import { cutLine } from '../text/cut-text.ts'
import { escapeHtml, tame } from '../text/escape-html.ts'
import { nameLine } from '../text/name-line.ts'
import type { Voice } from '../voice.ts'
import { sayIdentityKind, shownIdentity } from './identity-words.ts'
import { touchLines } from './touch-lines.ts'

export type Contact = OutputOf<(typeof queries)['readContact']>

/** Of each kind of line, since somebody may have had many numbers and leads. */
const mostShown = 12

/** A person: by what he is and was known, what brought him, what he agreed to, and what was merged into him. */
export function personFace(voice: Voice, contact: Contact, timeZone: string, mayWork: boolean): Face {
  const { say, mark } = voice
  const clock = new Intl.DateTimeFormat(voice.language, {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone,
  })
  const day = (at: Date) => escapeHtml(clock.format(at))
  const name = nameLine(contact.name) || say('person-unknown')
  const sections: [string, string[]][] = [
    [say('person-known-by'), identityLines(voice, contact, day)],
    [say('person-first-touch'), contact.firstTouch ? touchLines(say, contact.firstTouch) : []],
    [
      say('person-last-touch'),
      isOther(contact) && contact.lastTouch ? touchLines(say, contact.lastTouch) : [],
    ],
    [say('person-consents'), consentLines(voice, contact, day)],
    [say('person-leads'), leadLines(voice, contact, day)],
    [say('person-merges'), mergeLines(voice, contact, day)],
  ]
  const told = sections
    .filter(([, lines]) => lines.length > 0)
    .map(([title, lines]) =>
      [`<b>${title}</b>`, ...lines.slice(0, mostShown).map((line) => mark + line)].join('\n'),
    )
  return {
    html: [`${mark}👤 <b>${escapeHtml(name)}</b>`, ...told].join('\n\n'),
    buttons: mayWork ? undoButtons(voice, contact) : [],
  }
}

type Day = (at: Date) => string

function identityLines({ say }: Voice, { identities }: Contact, day: Day): string[] {
  return identities.flatMap(({ kind, value, claimed, from, until }) => {
    const called = sayIdentityKind(say, kind)
    if (!called) return []
    const span = until
      ? say('person-span', { from: day(from), until: day(until) })
      : say('person-since', { from: day(from) })
    const doubt = claimed ? ` · ${say('person-claimed')}` : ''
    const told = `<code>${escapeHtml(cutLine(shownIdentity(kind, value), 100))}</code>`
    return [`${say('person-identity', { called, value: told })} (${span})${doubt}`]
  })
}

/** Whether the last thing that brought the person is another than the first. */
const isOther = ({ firstTouch, lastTouch }: Contact): boolean =>
  JSON.stringify([firstTouch?.source, firstTouch?.attribution]) !==
  JSON.stringify([lastTouch?.source, lastTouch?.attribution])

function consentLines({ say }: Voice, { preferences, reachability }: Contact, day: Day): string[] {
  const where = ({ network, account }: { network: string; account: string }) =>
    escapeHtml(cutLine(`${sayNetwork(say, network)} · ${tame(account)}`, 80))
  return [
    ...preferences.map((one) => {
      const what =
        one.category === 'marketing' ? say('consent-marketing') : escapeHtml(cutLine(one.category, 40))
      const values = { what, where: where(one), day: day(one.at) }
      return one.wants ? `✅ ${say('consent-wants', values)}` : `🚫 ${say('consent-refuses', values)}`
    }),
    ...reachability
      .filter(({ state }) => state === 'blocked')
      .map((one) => `🚫 ${say('consent-blocked', { where: where(one), day: day(one.at) })}`),
  ]
}

const leadLines = ({ say }: Voice, { leads }: Contact, day: Day): string[] =>
  leads.map(({ number, status, source, createdAt }) => {
    const told = isLeadStatus(status) ? sayStatus(say, status) : escapeHtml(status)
    return `#${number} · ${day(createdAt)} · ${escapeHtml(sayNetwork(say, source))} · ${told}`
  })

const mergeLines = ({ say }: Voice, { merges }: Contact, day: Day): string[] =>
  merges.map(({ name, by, at, undoneAt }) => {
    const values = {
      name: escapeHtml(nameLine(name) || say('person-unknown')),
      by: escapeHtml(cutLine(by ?? say('person-unknown'), 64)),
      day: day(at),
    }
    return undoneAt ? say('person-merge-undone', values) : say('person-merged', values)
  })

/** Merges are undone from the newest back. */
function undoButtons({ say }: Voice, { merges }: Contact): Button[][] {
  const standing = merges.find(({ undoneAt }) => undoneAt === null)
  return standing
    ? [[{ text: say('button-merge-undo'), data: callbackData('unmerge', shortId(standing.id)) }]]
    : []
}
