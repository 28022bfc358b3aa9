import { expect, test } from 'vitest'
import { decideGathering } from './decide-gathering.ts'
import { decideFixed, decideNewLead, decideNotice } from './decide-notice.ts'
import {
  fixedKinds,
  mannersOf,
  noticeKinds,
  noticePresets,
  readChoice,
  usualChoice,
} from './notice-choice.ts'

const state = { choice: usualChoice, isQuiet: false, hasJustRung: false }

test('who has chosen nothing hears everything, once in a burst', () => {
  expect(noticeKinds.map((kind) => decideNotice(kind, state))).toEqual(Array(5).fill('ring'))
  expect(noticeKinds.map((kind) => decideNotice(kind, { ...state, hasJustRung: true }))).toEqual([
    'silent',
    'silent',
    'silent',
    'silent',
    'ring',
  ])
})

test('quiet hours take the sound from all but what is urgent to the member', () => {
  const quiet = { ...state, isQuiet: true }
  expect(decideNotice('own', quiet)).toBe('silent')
  expect(decideNotice('mentions', quiet)).toBe('ring')
  const urgent = { ...quiet, choice: { ...usualChoice, urgent: ['own'] as const } }
  expect(decideNotice('own', urgent)).toBe('ring')
  expect(decideNotice('mentions', urgent)).toBe('silent')
})

test('what was chosen to come otherwise never rings, and quiet hours do not bring it back', () => {
  const choice = { ...usualChoice, manners: noticePresets.mentions }
  for (const isQuiet of [true, false]) {
    const decided = noticeKinds.map((kind) => decideNotice(kind, { choice, isQuiet, hasJustRung: false }))
    expect(decided).toEqual(['digest', 'digest', 'silent', 'off', 'ring'])
  }
})

test('a new lead that nobody wants to be shown is shown to all', () => {
  expect(decideNewLead(['off', 'digest'])).toEqual(['silent', 'silent'])
  expect(decideNewLead(['off', 'silent'])).toEqual(['off', 'silent'])
})

test('own leads and being named are always shown, whatever a row says', () => {
  for (const kind of ['own', 'mentions'] as const) expect(mannersOf[kind]).toEqual(['ring', 'silent'])
  const row = {
    manners: { own: 'off', new: 'later', free: 'off' },
    urgent: ['x', 'own'],
    gather: null,
    place: null,
  }
  expect(readChoice(row)).toEqual({
    manners: { new: 'ring', free: 'off', own: 'ring', colleagues: 'ring', mentions: 'ring' },
    urgent: ['own'],
    gather: 'hourly',
    place: 'private',
  })
})

test.each([
  ['hourly', '2026-11-26T10:05:00Z', '2026-11-26T11:00:00.000Z'],
  ['hourly', '2026-11-26T20:30:00Z', '2026-11-27T06:00:00.000Z'],
  ['morning', '2026-11-26T10:05:00Z', '2026-11-27T07:30:00.000Z'],
  ['morning', '2026-11-26T05:05:00Z', '2026-11-26T07:30:00.000Z'],
] as const)('put together %s at %s it comes at %s', (gather, now, due) => {
  const hours = { from: '22:00', until: '07:00', timeZone: 'Europe/Berlin' }
  const quietAfterTen = gather === 'hourly' ? { ...hours, from: '21:45' } : hours
  expect(decideGathering(gather, '08:30', quietAfterTen, new Date(now)).toISOString()).toBe(due)
})

test('of what nobody chooses an alarm rings at any hour, what is personal by day, and the rest never', () => {
  const decided = (isQuiet: boolean) => fixedKinds.map((kind) => decideFixed(kind, { isQuiet }))
  expect(decided(false)).toEqual(['ring', 'ring', 'silent'])
  expect(decided(true)).toEqual(['ring', 'silent', 'silent'])
})
