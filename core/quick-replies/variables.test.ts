import { describe, expect, it } from 'vitest'
import { fillVariables } from './variables.ts'

const values = { name: 'Lina Haddad', first_name: 'Lina', lead: '#12', agent: 'Omar', business: 'Atlas Gym' }

describe('a quick reply', () => {
  it('says what is known', () => {
    expect(fillVariables('Hi {first_name}, {agent} of {business} here ({lead}). {name}!', values)).toEqual({
      text: 'Hi Lina, Omar of Atlas Gym here (#12). Lina Haddad!',
      unknown: [],
      missing: [],
    })
  })

  it('knows its variables however people write them', () => {
    expect(fillVariables('{First Name} { FIRST-NAME } {first_name}', values).text).toBe('Lina Lina Lina')
  })

  it('says which variables there are not, and leaves them as they are', () => {
    expect(fillVariables('{prize} for {first_name}, {Prix}', values)).toEqual({
      text: '{prize} for Lina, {Prix}',
      unknown: ['prize', 'Prix'],
      missing: [],
    })
  })

  it('says what nobody knows here', () => {
    expect(fillVariables('Hi {first_name}', { agent: 'Omar' })).toEqual({
      text: 'Hi {first_name}',
      unknown: [],
      missing: ['first_name'],
    })
  })

  it('never fills in what a customer is called', () => {
    const hostile = { ...values, name: '{agent} $& $1 {{lead}}' }
    expect(fillVariables('{name}', hostile).text).toBe('{agent} $& $1 {{lead}}')
  })

  it('leaves braces alone that hold no word', () => {
    expect(fillVariables('{} { } {a{b}} 😀{\n}', values).text).toBe('{} { } {a{b}} 😀{\n}')
    expect(fillVariables('{'.repeat(50_000), values).text).toHaveLength(50_000)
  })
})
