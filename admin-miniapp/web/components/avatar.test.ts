import { expect, it } from 'vitest'
import { initialsOf } from './avatar.tsx'

it.each([
  ['Lina Haddad', 'LH'],
  ['Lina', 'L'],
  ['Emily ⚽', 'E'],
  ['⚽', '⚽'],
  ['ليلى بن علي', 'لع'],
  ['@folake.diallo77', 'F'],
  ['+33 6 12', '31'],
  ['<img src=x onerror=alert(1)>', 'IO'],
  ['', '?'],
])('shows %j by %j', (name, initials) => {
  expect(initialsOf(name)).toBe(initials)
})
