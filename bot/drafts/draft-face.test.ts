import { describe, expect, it } from 'vitest'
import { longestDraft } from '#core/drafts/draft.ts'
import { shortId } from '#core/new-id.ts'
import { cardButtons, moreButtons } from '../cards/card-buttons.ts'
import { cardText } from '../cards/lead-card-face.ts'
import { draftId, makeDraft, staleDraft } from '../testing/make-draft.ts'
import { leadId, makeLead, makeMember } from '../testing/make-lead.ts'
import { testWords } from '../testing/open-chat.ts'
import { longestText, visibleLength } from '../text/fit-html.ts'
import { createVoice } from '../voice.ts'
import { draftFace } from './draft-face.ts'

const now = new Date('2026-11-20T11:00:00Z')
const voiceIn = (language: string) => createVoice(testWords, language, now)
const agent = makeMember('02')
const viewer = makeMember('04', { role: 'viewer' })
const trainee = makeMember('01', { permissions: ['leads.read', 'leads.draft'] })
const plain = (html: string) => html.replace(/[\u2066-\u2069\u200e\u200f]/g, '')
const face = (draft = makeDraft(), who: typeof agent = agent, language = 'en') =>
  draftFace(voiceIn(language), makeLead(), draft, who)
const dataOf = ({ buttons = [] }: ReturnType<typeof face>) =>
  buttons.flat().map((button) => ('data' in button ? button.data : ''))
const [short, lead] = [shortId(draftId), shortId(leadId)]
const [send, edit, drop] = [`draft-send:${short}:1`, `draft-edit:${short}:1`, `draft-drop:${short}:1`]

describe('the message of a draft', () => {
  it('shows the words as they are, by whom and when', () => {
    const html = plain(face().html)
    expect(html).toContain('Draft for Maria (#12)')
    expect(html).toContain('<blockquote>From 7 &lt;on&gt;</blockquote>')
    expect(html).toMatch(/By Agent 01, .*10:00 AM \(1 hour ago\)/)
    expect(html).not.toContain('⚠️')
    expect(plain(face(makeDraft({ editor: 'Ben' })).html)).toContain('By Agent 01, changed by Ben')
  })

  it('has buttons for what its reader may do, and no others', () => {
    expect(dataOf(face())).toEqual([send, edit, drop])
    expect(dataOf(face(makeDraft(), viewer))).toEqual([])
    expect(dataOf(face(makeDraft(), trainee)), 'his own').toEqual([edit, drop])
    expect(dataOf(face(makeDraft({ authorId: agent.id }), trainee)), 'a colleague’s').toEqual([])
  })

  it('says what was said since, and sends only into the conversation that it shows', () => {
    const shown = face(staleDraft())
    const html = plain(shown.html)
    expect(html).toMatch(/4 messages have been written since[\s\S]*Maria[\s\S]*And on &lt;Sundays&gt;\?/)
    expect(html).toMatch(/Ben[\s\S]*I will ask/)
    expect(shown.buttons?.[0]).toEqual([{ text: 'Send all the same', data: `${send}:a1b2c3d4e5f6` }])
    expect(shown.subjects, 'so that an erased message is taken out of it').toHaveLength(2)
    const hidden = face(makeDraft({ isChanged: true, sinceCount: 1 }))
    expect(hidden.html).toContain('The conversation has changed')
    expect(dataOf(hidden)[0]).toBe(`${send}:a1b2c3d4e5f6`)
  })

  it.each([
    ['sent', 'Sent by Ben'],
    ['discarded', 'Thrown away by Ben'],
    ['outdated', 'Another draft'],
  ] as const)('that was %s says so and has no buttons', (state, words) => {
    const shown = face(makeDraft({ state, settledBy: 'Ben' }))
    expect(plain(shown.html)).toContain(words)
    expect(shown.html).toContain('From 7')
    expect(shown.buttons).toEqual([])
  })

  it.each(testWords.languages)('fits into one message in %s, however much there is to tell', (language) => {
    const [one, other] = staleDraft().since
    const since = [one, other, one].flatMap((message) =>
      message ? { ...message, body: 'é '.repeat(500) } : [],
    )
    const long = staleDraft({ text: 'a'.repeat(longestDraft), since, editor: 'B'.repeat(300) })
    const shown = face(long, agent, language)
    expect(visibleLength(shown.html)).toBeLessThanOrEqual(longestText)
    for (const data of dataOf(shown)) expect(Buffer.byteLength(data)).toBeLessThanOrEqual(64)
  })
})

describe('the card', () => {
  const waiting = makeLead({ draft: { id: draftId, author: 'Tina <b>' } })
  const { say } = voiceIn('en')
  const verbs = (card: typeof waiting, who: typeof agent) =>
    cardButtons(say, card, who)
      .flat()
      .flatMap((button) => ('data' in button ? [button.data] : []))

  it('says that a draft waits, and has its button', () => {
    expect(plain(cardText(voiceIn('en'), waiting))).toContain('✍️ A draft by Tina &lt;b&gt; waits')
    expect(verbs(waiting, agent)).toContain(`draft:${lead}`)
    expect(verbs(waiting, viewer)).toEqual([`history:${lead}`, `draft:${lead}`])
  })

  it('without one has it behind More alone, but for those who only prepare answers', () => {
    expect(cardText(voiceIn('en'), makeLead())).not.toContain('✍️')
    expect(verbs(makeLead(), agent)).not.toContain(`draft:${lead}`)
    expect(verbs(makeLead(), viewer)).toEqual([`history:${lead}`])
    expect(verbs(makeLead(), trainee)).toEqual([`history:${lead}`, `draft:${lead}`])
    for (const card of [makeLead(), waiting]) {
      expect(
        moreButtons(say, card, { template: false, duplicates: false, erase: false }).flat(),
      ).toContainEqual({ text: '✍️ Draft', data: `draft:${lead}` })
    }
  })
})
