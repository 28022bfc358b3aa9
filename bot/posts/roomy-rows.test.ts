import { expect, test } from 'vitest'
import { roomyRows } from './roomy-rows.ts'

const rowOf = (...texts: string[]) => texts.map((text) => ({ text, data: text }))
const shown = (...rows: ReturnType<typeof rowOf>[]) =>
  roomyRows(rows).map((row) => row.map(({ text }) => text))

test.each([
  [['Mon', 'Tue', 'Wed', 'Thu'], [['Mon', 'Tue', 'Wed', 'Thu']]],
  [
    ['✅ 🌅 07:30', '🌅 08:30', '🌅 09:30', 'Off'],
    [
      ['✅ 🌅 07:30', '🌅 08:30'],
      ['🌅 09:30', 'Off'],
    ],
  ],
  [
    ['Au premier', 'Tour de rôle', 'Selon la charge'],
    [['Au premier', 'Tour de rôle'], ['Selon la charge']],
  ],
  [['#184 Antoine Marchand', '#187 Antoine Perrin'], [['#184 Antoine Marchand', '#187 Antoine Perrin']]],
  [['\u2068تولَّ\u2069', 'إسناد', 'الحالة ◂'], [['\u2068تولَّ\u2069', 'إسناد', 'الحالة ◂']]],
  [['x'.repeat(60)], [['x'.repeat(60)]]],
])('%j stand so that all can be read', (texts, expected) => {
  expect(shown(rowOf(...texts))).toEqual(expected)
})

test('leaves no button out, and keeps rows without any as they are', () => {
  const many = rowOf(...Array.from({ length: 8 }, (_, at) => `a longer word ${at}`))
  expect(shown(many).flat()).toEqual(many.map(({ text }) => text))
  expect(shown([])).toEqual([])
})
