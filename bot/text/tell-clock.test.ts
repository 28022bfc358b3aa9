import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadWords } from '#core/i18n.ts'
import { readSpans } from '../assignment/read-spans.ts'
import { hoursFace } from '../reminders/hours-face.ts'
import { tellMoment } from '../reminders/tell-moment.ts'
import { createVoice } from '../voice.ts'
import { tellClock, tellSpan } from './tell-clock.ts'

const words = loadWords(join(import.meta.dirname, '../../locales'))
const bare = (text: string) => text.replace(/\p{Cf}/gu, '')

describe.each(words.languages)('times of the day in %s', (language) => {
  const voice = createVoice(words, language)

  it('are written in one manner, in moments as in digests and spans', () => {
    const time = tellClock(voice, '14:30')
    expect(bare(tellMoment(voice, new Date('2026-11-27T14:30:00Z'), 'UTC'))).toContain(time)
    expect(bare(tellSpan(voice, '14:30', '18:00'))).toBe(`${time}–${tellClock(voice, '18:00')}`)
    const face = hoursFace(voice, {
      ...{ timeZone: 'UTC', quiet: { from: '22:00', until: '07:00' } },
      digests: [{ kind: 'morning', enabled: true, at: '14:30' }],
    })
    const told = bare(face.html)
    expect(told).toContain(time)
    expect(told).toContain(`${tellClock(voice, '22:00')}–${tellClock(voice, '07:00')}`)
    const buttons = (face.buttons ?? []).flat().map(({ text }) => bare(text))
    expect(buttons).toContain(`🌅 ${tellClock(voice, '07:30')}`)
    expect(bare(voice.say('button-tomorrow'))).toContain(tellClock(voice, '09:00'))
  })

  it('are understood as they are written, and so are the examples', () => {
    const spans = ['00:00', '09:30', '12:00', '17:05', '23:00'].flatMap((opens) =>
      ['00:00', '01:15', '12:30', '18:00'].map((closes) => ({ opens, closes })),
    )
    for (const { opens, closes } of spans) {
      expect(readSpans(bare(tellSpan(voice, opens, closes)))).toEqual([{ opens, closes }])
    }
    const [, example = ''] = /: ([^:]*\d.*)$/.exec(bare(voice.say('office-ask-hours', { days: '' }))) ?? []
    expect(readSpans(example)).toEqual([
      { opens: '09:00', closes: '12:30' },
      { opens: '14:00', closes: '18:00' },
    ])
    expect(readSpans(bare(voice.say('office-placeholder')))).toEqual([{ opens: '09:00', closes: '17:30' }])
  })
})

it('are told from noon to noon where people do so', () => {
  const at = (language: string) => tellClock({ language }, '14:00')
  expect([at('en'), at('fr'), at('ar')]).toEqual(['2:00 PM', '14:00', '2:00 م'])
})
