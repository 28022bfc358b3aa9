import { afterAll, beforeAll, expect, test } from 'vitest'
import { becomes, eventually, moment } from './testing/eventually.ts'
import { type House, openHouse } from './testing/open-house.ts'
import type { ChatMessage, Person } from './testing/staff-side.ts'

let house: House
let karim: Person

beforeAll(async () => {
  house = await openHouse()
  karim = await house.hires('Karimouche', 'agent')
})
afterAll(() => house?.close())

async function newLead(name: string, words: string): Promise<ChatMessage> {
  const customer = await house.customer(name)
  await house.customerWrites(customer, words)
  return house.shown(karim, words)
}

const due = (person: Person, text: string) =>
  house.botSays(person).filter((message) => message.text?.includes('Reminder') && message.text.includes(text))
const dueNow = (text: string) =>
  house.sql(`update reminder set due_at = now() where text = $1 returning id`, [text])

test('a reminder in words comes within ten seconds of its time, once, with two processes, and is done with one tap', async () => {
  const second = await house.startSecond()
  const card = await newLead('Solene Marchetti', 'could you call me tomorrow?')
  await house.staffWrites(karim, '/remind tomorrow 10 ring the lady back', card)
  await house.shown(karim, 'I will remind you')
  await dueNow('ring the lady back')
  const shown = await eventually('the reminder comes', () => due(karim, 'ring the lady back')[0], 10_000)
  await moment(2_500)
  expect(due(karim, 'ring the lady back')).toHaveLength(1)
  expect((await house.press(karim, shown, 'reminder-done')).text).toContain('Done')
  await becomes(() => house.count(`select count(*) from reminder where done_at is not null`), 1)
  expect(await house.stop(second)).toBe(0)
})

test('a reminder that was due while no process ran comes after the start, also when the table of the clock was emptied', async () => {
  const card = await newLead('Thibault Carpentier', 'please write to me on Friday')
  await house.press(karim, card, 'remind')
  const asked = await house.shown(karim, 'When shall I remind you of')
  expect((await house.press(karim, asked, 'remind-at')).answered).toBe(true)
  await becomes(() => house.count(`select count(*) from reminder where done_at is null`), 1)
  await house.sql(`update reminder set text = 'a word with Thibault' where done_at is null`)
  // A post that is just being shown would hold up its chat until its lease has run out.
  await house.quiet()
  await house.kill9()
  await dueNow('a word with Thibault')
  const jobs = await house.count('select count(*) from agenda_jobs')
  expect(jobs).toBeGreaterThan(0)
  await house.sql('truncate agenda_jobs')
  await house.restart()
  await eventually('the reminder comes', () => due(karim, 'a word with Thibault')[0], 10_000)
  await eventually(
    'the clock is set up again',
    async () => (await house.count('select count(*) from agenda_jobs')) === jobs,
    60_000,
  )
})

test('what was due while no process ran comes late, each once: three reminders in their order, and a lead that was put off', async () => {
  const card = await newLead('Ulrike Nachtigall', 'I will be away for a while')
  const texts = ['the first of three', 'the second of three', 'the third of three']
  for (const text of texts) {
    await house.staffWrites(karim, `/remind tomorrow 10 ${text}`, card)
    await becomes(() => house.count('select count(*) from reminder where text = $1', [text]), 1)
  }
  await house.staffWrites(karim, '/snooze tomorrow 10', card)
  await becomes(() => house.count('select count(*) from snooze_end'), 1)
  await house.quiet()
  await house.kill9()
  await house.sql(`update lead set snoozed_until = now() where snoozed_until is not null`)
  await house.sql('update snooze_end set due_at = now()')
  for (const [index, text] of texts.entries()) {
    await house.sql(`update reminder set due_at = now() - make_interval(hours => $2) where text = $1`, [
      text,
      texts.length - index,
    ])
  }
  await house.restart()
  await eventually('all three come', () => texts.every((text) => due(karim, text).length > 0), 20_000)
  await house.shown(karim, 'is back in the inbox', 20_000)
  await moment(2_500)
  expect(house.botSays(karim).filter(({ text }) => text?.includes('is back in the inbox'))).toHaveLength(1)
  const shown = texts.map((text) => due(karim, text).map(({ id }) => id))
  expect(shown.map(({ length }) => length)).toEqual([1, 1, 1])
  expect(shown.flat()).toEqual(shown.flat().toSorted((one, other) => one - other))
})

test('a morning digest says who waits, and owners see what runs by the clock', async () => {
  await house.sql(`update lead set owner_id = (select id from member where telegram_user_id = $1)`, [
    karim.id,
  ])
  await house.sql(
    `update digest set due_at = now() - interval '2 minutes', last_day = null, at = '00:00' where kind = 'morning'`,
  )
  const digest = await house.shown(karim, 'Your morning')
  expect(digest.text).toContain('wait for an answer')
  await house.staffWrites(house.owner, '/jobs')
  const jobs = await house.shown(house.owner, 'What runs by the clock')
  expect(jobs.text).toContain('Reminders')
  expect(jobs.text).toContain('Leads that come back')
})
