import { expect, it } from 'vitest'
import { fillTemplate } from './fill-template.ts'

const components = [
  { type: 'HEADER', format: 'TEXT', text: 'Hello {{1}}' },
  { type: 'BODY', text: 'Your class {{1}} is at {{2}}.' },
  { type: 'FOOTER', text: 'Atlas Gym' },
  {
    type: 'BUTTONS',
    buttons: [{ type: 'QUICK_REPLY' }, { type: 'URL', url: 'https://atlas.example/{{1}}' }],
  },
]

it('shows what the customer will read, each variable in its own place', () => {
  const variables = { 'header.1': 'Lina', 1: 'Yoga', 2: '7:30', 'button.1': 'b77' }
  expect(fillTemplate(components, variables)).toEqual({
    body: 'Hello Lina\n\nYour class Yoga is at 7:30.\n\nAtlas Gym',
    missing: [],
    wantsFile: null,
  })
})
it('names what is missing: the network takes no template with an empty variable', () => {
  expect(fillTemplate(components, { 1: ' ' }).missing).toEqual(['header.1', '1', '2', 'button.1'])
})
it('fills named variables, and no word that every object happens to have', () => {
  const named = [{ type: 'BODY', text: '{{name}} {{constructor}}' }]
  expect(fillTemplate(named, { name: 'Lina' })).toMatchObject({ body: 'Lina ', missing: ['constructor'] })
})
it('says which file the header wants', () => {
  expect(fillTemplate([{ type: 'HEADER', format: 'IMAGE' }], {}).wantsFile).toBe('image')
})
