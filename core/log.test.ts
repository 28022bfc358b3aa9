import { expect, it } from 'vitest'
import { describeError, messageOf } from './log.ts'

const failure = (code: string, message: string, more = {}) =>
  Object.assign(new Error(message), { code, ...more })

it('what a customer wrote is not in an error of the database, its stack or its causes', () => {
  const values = [
    failure('22P02', 'invalid input syntax for type uuid: "Lina said "secret"\n and more"'),
    failure('22007', 'invalid input syntax for type timestamp: "secret" constraint "secret"'),
    failure('22003', 'value "secret" is out of range for type integer'),
    failure('42601', 'syntax error in tsquery: "secret column "secret""'),
    failure('P0001', 'no such thing: "secret"', { detail: 'secret', where: 'secret' }),
  ]
  for (const error of values) {
    const described = describeError(new Error('outer', { cause: error }))
    expect(JSON.stringify(described)).not.toContain('secret')
    expect(JSON.stringify(described)).toContain(error.code)
    expect(messageOf(error)).not.toContain('secret')
  }
  expect(messageOf(values[0])).toBe('invalid input syntax for type uuid: "…"')
})

it('what is broken is still named', () => {
  const names = [
    failure('23505', 'duplicate key value violates unique constraint "message_external"'),
    failure('23502', 'null value in column "kind" of relation "message" violates not-null constraint'),
    failure('42703', 'column "nonsense" does not exist'),
  ]
  for (const error of names) expect(messageOf(error)).toBe(error.message)
  expect(messageOf(failure('ENOENT', 'no file "a"'))).toBe('no file "a"')
  expect(messageOf(new Error('says "this" of its own'))).toBe('says "this" of its own')
  expect(describeError(names[0]).stack).toContain('log.test.ts')
})

it('no token is in an error, whoever made it', () => {
  const error = failure('22P02', 'no', {
    stack: 'at https://api/bot123456:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA/x',
  })
  expect(JSON.stringify(describeError(error))).not.toContain('AAAAA')
  expect(messageOf('Bearer abc.def')).toBe('Bearer <token>')
})
