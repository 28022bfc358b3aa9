import { expect, it } from 'vitest'
import { fitChoices } from './fit-choices.ts'

const whatsapp = {
  can: new Set(['text', 'buttons', 'list'] as const),
  limits: {
    text: { max: 4096, unit: 'characters' as const },
    caption: 0,
    files: {},
    buttons: { max: 3, title: 20, body: 1024 },
    rows: { max: 10, title: 24, body: 4096 },
  },
}
const options = (count: number) => Array.from({ length: count }, (_, index) => `Slot ${index + 1}`)
const shape = (given: string[], rules: Parameters<typeof fitChoices>[1] = whatsapp, body = 'When?') =>
  fitChoices({ body, options: given, button: 'Choose' }, rules, 'window')

it('shows up to three as buttons, and more as a list', () => {
  expect(shape(['Yes', 'No'])).toEqual({
    body: 'When?',
    content: {
      kind: 'buttons',
      buttons: [
        { id: 'choice-1', title: 'Yes' },
        { id: 'choice-2', title: 'No' },
      ],
    },
  })
  expect(shape(options(4)).content).toMatchObject({
    kind: 'list',
    button: 'Choose',
    sections: [{ rows: { length: 4 } }],
  })
})
it('shows more as buttons where there are no lists', () => {
  const rules = {
    can: new Set(['text', 'buttons'] as const),
    limits: { ...whatsapp.limits, buttons: { max: 13, title: 20 } },
  }
  expect(shape(options(10), rules).content).toMatchObject({ kind: 'buttons', buttons: { length: 10 } })
})
it('shows them as lines where there is neither, and under the one answer to a comment', () => {
  const lines = { body: 'When?\n\n• Yes\n• No', content: null }
  expect(shape(['Yes', 'No'], { ...whatsapp, can: new Set(['text'] as const) })).toEqual(lines)
  const asked = { body: 'When?', options: ['Yes', 'No'], button: 'Choose' }
  expect(fitChoices(asked, whatsapp, 'comment')).toEqual(lines)
})
it('refuses what the network would refuse, with its limits', () => {
  const refused = (code: string, data: object) => expect.objectContaining({ code, data })
  expect(() => shape(options(11))).toThrow(refused('choices-too-many', { limit: 10, count: 11 }))
  const long = 'x'.repeat(21)
  expect(() => shape([long])).toThrow(refused('choice-too-long', { name: long, limit: 20, length: 21 }))
  expect(shape([long, ...options(3)]).content?.kind).toBe('list')
  expect(() => shape(['Yes'], whatsapp, 'x'.repeat(1025))).toThrow(
    refused('text-too-long', { limit: 1024, length: 1025 }),
  )
  expect(() => shape(['Yes'], whatsapp, ' ')).toThrow('text-empty')
})
