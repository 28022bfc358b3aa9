import { expect, test } from 'vitest'
import { createSubmissionNames } from './name-submissions.ts'

const at = (time: string) => new Date(`2026-11-20T${time}Z`)
const form = (fields: unknown) => ({ account: 'a', form: { fields, files: [] }, key: '', idPath: undefined })

test('the same words within ten minutes are one, also over the edge of the clock’s ten minutes', () => {
  const name = createSubmissionNames()
  const first = name(form({ name: 'Ida' }), at('10:09:58'))
  expect(name(form({ name: 'Ida' }), at('10:10:01'))).toBe(first)
  expect(name(form({ name: 'Ole' }), at('10:10:01'))).not.toBe(first)
  expect(name(form({ name: 'Ida' }), at('10:20:30'))).not.toBe(first)
})

test('another process gives the same name within the clock’s ten minutes', () => {
  const first = createSubmissionNames()(form({ name: 'Ida' }), at('10:01:00'))
  expect(createSubmissionNames()(form({ name: 'Ida' }), at('10:09:00'))).toBe(first)
})

test('a key of the form counts more than its words, and only within its own account', () => {
  const name = createSubmissionNames()
  const keyed = { ...form({ n: 1 }), key: 'k' }
  expect(name(keyed, at('10:00:00'))).toBe(name({ ...form({ n: 2 }), key: 'k' }, at('12:00:00')))
  expect(name(keyed, at('10:00:00'))).not.toBe(name({ ...keyed, account: 'b' }, at('10:00:00')))
  const byPath = { ...form({ lead: { id: 'x' }, n: 1 }), idPath: 'lead.id' }
  expect(name(byPath, at('10:00:00'))).toBe(
    name({ ...byPath, ...{ form: { fields: { lead: { id: 'x' } }, files: [] } } }, at('11:00:00')),
  )
})
