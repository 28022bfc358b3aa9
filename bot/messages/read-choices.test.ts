import { describe, expect, it } from 'vitest'
import { readChoices } from './read-choices.ts'

describe('choices in a text', () => {
  it.each([
    ['Does ten suit you?\n[Yes] [No]', 'Does ten suit you?', ['Yes', 'No']],
    ['Which?\n\n[Monday]\n[ Tuesday, 9:00 ]\n', 'Which?', ['Monday', 'Tuesday, 9:00']],
    ['Which?\n[A][B]\n[A]', 'Which?', ['A', 'B']],
    ['[Yes] [No]', '', ['Yes', 'No']],
  ])('are its last lines in brackets: %j', (text, body, options) => {
    expect(readChoices(text)).toEqual({ body, options })
  })
  it.each([
    'We are open [today] until six.',
    'See [1]\nand more',
    '[ ]',
    'Which?\n[Yes] or [No]',
    'A list:\n[a\nb]',
  ])('are none in %j, which stays as it is', (text) => {
    expect(readChoices(text)).toEqual({ body: text, options: [] })
  })
  it('stay words behind a backslash, which goes', () => {
    expect(readChoices('As written:\n\\[Yes] [No]')).toEqual({ body: 'As written:\n[Yes] [No]', options: [] })
    expect(readChoices('Really?\n\\[sic]\n[Yes]')).toEqual({ body: 'Really?\n[sic]', options: ['Yes'] })
    expect(readChoices('a \\[b] c')).toEqual({ body: 'a \\[b] c', options: [] })
  })
})
