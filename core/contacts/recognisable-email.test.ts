import { expect, it } from 'vitest'
import { recognisableEmail } from './recognisable-email.ts'

it('knows an address however it is written', () => {
  expect(recognisableEmail('  Lina.Haddad@Example.COM ')).toBe('lina.haddad@example.com')
  expect(recognisableEmail('rene\u0301@example.com')).toBe(recognisableEmail('ren\u00e9@example.com'))
  expect(recognisableEmail('lina@bücher.example')).toBe('lina@xn--bcher-kva.example')
  expect(recognisableEmail('lina@example.com.')).toBe('lina@example.com')
})

it('never makes two mailboxes one', () => {
  expect(recognisableEmail('li.na@gmail.com')).not.toBe(recognisableEmail('lina@gmail.com'))
  expect(recognisableEmail('lina+gym@gmail.com')).not.toBe(recognisableEmail('lina@gmail.com'))
})

it('finds no address where there is none', () => {
  const wrong = [
    '',
    '@',
    'lina',
    'lina@',
    '@example.com',
    'lina@localhost',
    'lina@127.0.0.1',
    'li na@example.com',
    'Lina <lina@example.com>',
    'a@b@example.com',
    '.lina@example.com',
    'li..na@example.com',
    'lina@exa mple.com',
    'lina@-example.com',
    'lina@example..com',
    'lina\u0000@example.com',
    `${'x'.repeat(65)}@example.com`,
    `x@${'y'.repeat(64)}.com`,
  ]
  for (const written of wrong) expect(recognisableEmail(written), written).toBeUndefined()
})
