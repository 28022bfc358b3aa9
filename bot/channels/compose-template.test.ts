import { describe, expect, it } from 'vitest'
import { composeTemplate, exampleOf, placeholdersOf, problemOfBody } from './compose-template.ts'

describe('a template that is submitted', () => {
  it('has Meta’s shape, with an example for each placeholder', () => {
    const body = 'Hello {{1}}, see you on {{2}} at our gym.'
    expect(composeTemplate({ body, examples: ['Rosa', 'Monday'], footer: 'Atlas Gym' })).toEqual([
      { type: 'BODY', text: body, example: { body_text: [['Rosa', 'Monday']] } },
      { type: 'FOOTER', text: 'Atlas Gym' },
    ])
  })

  it('has no empty parts', () => {
    expect(composeTemplate({ body: 'We are open.', examples: [], footer: '' })).toEqual([
      { type: 'BODY', text: 'We are open.' },
    ])
  })

  it('is previewed with its examples, each wherever its placeholder stands', () => {
    expect(exampleOf({ body: '{{2}}, {{1}} and {{2}} {{3}}', examples: ['a', '$1'] })).toBe(
      '$1, a and $1 {{3}}',
    )
  })
})

describe('a body', () => {
  it.each([
    ['Hello {{1}}, see you on {{2}}!', 'edges'],
    ['{{1}}, hello there', 'edges'],
    ['Hello {{1}}', 'edges'],
    ['Hello {{2}} you', 'numbers'],
    ['Hello {{name}} you', 'numbers'],
    ['Hello {{1} you', 'numbers'],
    ['Hello {{1}} and {{3}} you', 'numbers'],
    [' \n', 'empty'],
    ['x'.repeat(1025), 'too-long'],
    ['x'.repeat(1024), undefined],
    ['Hello {{1}} and {{2}} and {{1}} again', undefined],
    ['مرحبًا {{1}}، نراك يوم {{2}} في نادينا.', undefined],
  ])('%j is told to be wrong before the network refuses it: %s', (body, problem) => {
    expect(problemOfBody(body)).toBe(problem)
  })

  it('counts a placeholder once', () => {
    expect(placeholdersOf('a {{1}} b {{2}} c {{1}} d')).toBe(2)
  })
})
