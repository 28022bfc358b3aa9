import { expect, it } from 'vitest'
import { recognisablePhone } from './recognisable-phone.ts'

it('knows a Brazilian mobile with and without its ninth digit as one', () => {
  expect(recognisablePhone('551187654321')).toBe(recognisablePhone('+55 11 98765-4321'))
})
it('knows an Argentine mobile with and without the nine as one', () => {
  expect(recognisablePhone('5491123456789')).toBe(recognisablePhone('+54 11 2345-6789'))
})
it('knows a Mexican mobile with and without the one as one', () => {
  expect(recognisablePhone('5215512345678')).toBe(recognisablePhone('+52 55 1234 5678'))
})
it('does not join numbers that differ', () => {
  expect(recognisablePhone('551187654321')).not.toBe(recognisablePhone('551187654322'))
})
it('writes a number as E.164 whatever it was written with', () => {
  expect(recognisablePhone('0033 6 39 98 00 01'.replace(/^00/, '+'))).toBe('+33639980001')
})
it('keeps a number it does not know as its digits', () => {
  expect(recognisablePhone('999000')).toBe('+999000')
})
it('finds no number where there are no digits', () => {
  expect(recognisablePhone('unknown')).toBeUndefined()
})
