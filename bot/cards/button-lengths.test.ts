import { describe, expect, it } from 'vitest'
import { choicesFace } from '../reminders/choices-face.ts'
import { makeLead, makeMember } from '../testing/make-lead.ts'
import { testWords } from '../testing/open-chat.ts'
import { createVoice } from '../voice.ts'
import { blockButtons, cardButtons, eraseButtons, moreButtons } from './card-buttons.ts'
import { inboxFace } from './inbox-face.ts'
import { snoozeButtons } from './snooze-buttons.ts'
import { convertedButtons, lostButtons, statusButtons } from './status-buttons.ts'
import { tagButtons } from './tag-buttons.ts'

/** How many characters of a button a narrow phone shows, by how many stand in its row. */
const room: Record<number, number> = { 1: 32, 2: 20, 3: 14 }

/** Every page of a card, and the lists that lead to it, as they are at their fullest. */
function pagesIn(language: string) {
  const voice = createVoice(testWords, language, new Date('2026-11-20T11:00:00Z'))
  const { say } = voice
  const viewer = makeMember('01', { role: 'owner' })
  const owner = { id: viewer.id, name: viewer.name }
  const nameless = { ...makeLead().contact, phone: null }
  const leads = [
    makeLead(),
    makeLead({ owner, contact: nameless }),
    makeLead({ snoozedUntil: new Date(), contact: nameless }),
    makeLead({ contact: { ...nameless, blockedAt: new Date() } }),
  ]
  const lead = makeLead()
  const all = { template: true, duplicates: true, erase: true }
  return [
    ...leads.flatMap((one) => [cardButtons(say, one, viewer), moreButtons(say, one, all)]),
    statusButtons(say, lead),
    lostButtons(say, lead),
    convertedButtons(say, lead),
    snoozeButtons(say, lead),
    tagButtons(say, lead, []),
    blockButtons(say, lead),
    eraseButtons(say, lead),
    inboxFace(voice, { whose: 'unclaimed', offset: 8, leads, total: 40 }).buttons ?? [],
    choicesFace(voice, lead).buttons ?? [],
  ]
}

describe('the buttons of a card and of what leads to it', () => {
  it.each(testWords.languages)('can be read on a narrow phone in %s, and are few in a row', (language) => {
    const tooLong = pagesIn(language)
      .flat()
      .flatMap((row) => row.filter(({ text }) => [...text].length > (room[row.length] ?? 0)))
    expect(tooLong.map(({ text }) => text)).toEqual([])
  })

  it.each(testWords.languages)('are at most five rows of a card in %s', (language) => {
    for (const page of pagesIn(language).slice(0, 8)) expect(page.length).toBeLessThanOrEqual(5)
  })
})
