import { expect, test } from 'vitest'
import { readSpans } from './read-spans.ts'

const told = (text: string) =>
  readSpans(text)
    ?.map(({ opens, closes }) => `${opens}-${closes}`)
    .join(' ')

test.each([
  ['9-17', '09:00-17:00'],
  ['09:00–12:30, 14:00–18:00', '09:00-12:30 14:00-18:00'],
  ['9h30 à 18h', '09:30-18:00'],
  ['9.30 - 18.00 and 19-20', '09:30-18:00 19:00-20:00'],
  ['٩ - ١٧:٣٠', '09:00-17:30'],
  ['9:00 AM–12:30 PM, 2:00 PM–6:00 PM', '09:00-12:30 14:00-18:00'],
  ['2–6 pm', '14:00-18:00'],
  ['9-5pm', '09:00-17:00'],
  ['10 p.m. to 12 am', '22:00-00:00'],
  ['12 am-12 pm', '00:00-12:00'],
  ['9:00 ص–12 ظهرا', '09:00-12:00'],
  ['٩:٠٠ صباحًا - ١٢:٣٠ م، 2:00 م–6:00 مساءً', '09:00-12:30 14:00-18:00'],
  ['13 pm-18', undefined],
  ['0 am-5', undefined],
  ['من', undefined],
  ['18:00-02:00', '18:00-02:00'],
  ['0-24', '00:00-00:00'],
  ['25-26', undefined],
  ['9:70-12', undefined],
  ['9-17 or so', undefined],
  ['', undefined],
  ['1-2,3-4,5-6,7-8,9-10', undefined],
])('%s is %s', (text, expected) => {
  expect(told(text)).toBe(expected)
})
