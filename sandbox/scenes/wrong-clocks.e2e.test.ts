import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
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

const minute = 60_000
const shiftClock = pathToFileURL(join(import.meta.dirname, 'testing/shift-clock.ts')).href
const withClock = (ms: number) => ({ NODE_OPTIONS: `--import=${shiftClock}`, CLOCK_SHIFT_MS: String(ms) })

const reminders = (text: string) =>
  house.botSays(karim).filter((message) => message.text?.includes('Reminder') && message.text.includes(text))

async function remindIn(card: ChatMessage, text: string, due: string) {
  await house.staffWrites(karim, `/remind tomorrow 10 ${text}`, card)
  await becomes(() => house.count('select count(*) from reminder where text = $1', [text]), 1)
  await house.sql(`update reminder set due_at = now() + $2::interval where text = $1`, [text, due])
}

test('processes whose clocks are wrong share the work: nothing is done twice, nothing left out, no reminder comes early', async () => {
  const shifts = [11 * minute, -11 * minute, 24 * 60 * minute]
  const wrong = await Promise.all(
    shifts.map(async (shift) => {
      const app = await house.startSecond(withClock(shift))
      // Its clock is really wrong: what it logs is dated so.
      const dated = app
        .lines()
        .flatMap(({ time }) => (time === undefined ? [] : [new Date(`${time}`).getTime()]))
      expect(Math.abs((dated.at(-1) ?? 0) - Date.now() - shift)).toBeLessThan(minute)
      return app
    }),
  )
  const ends = await Promise.all(
    ['Anne', 'Bernd', 'Chloe'].map(async (name) => {
      const customer = await house.customer(name)
      await house.customerWrites(customer, `first of ${name}`)
      const card = await house.shown(karim, `first of ${name}`)
      await remindIn(card, `soon to ${name}`, '2 seconds')
      await remindIn(card, `later to ${name}`, '5 minutes')
      for (let line = 0; line < 4; line += 1) await house.customerWrites(customer, `line ${line} of ${name}`)
      const answers = Array.from({ length: 4 }, (_, line) => `answer ${line} to ${name}`)
      for (const answer of answers) await house.staffWrites(karim, answer, card)
      return { name, customer, answers }
    }),
  )
  for (const { name, customer, answers } of ends) {
    await eventually('the reminder comes', () => reminders(`soon to ${name}`)[0])
    await becomes(() => house.received(customer).map(({ text }) => text), answers)
  }
  // Longer than any clock of them waits before it looks again.
  await moment(6_000)
  await house.quiet()
  for (const { name, customer, answers } of ends) {
    expect(reminders(`soon to ${name}`)).toHaveLength(1)
    expect(reminders(`later to ${name}`)).toHaveLength(0)
    expect(house.received(customer).map(({ text }) => text)).toEqual(answers)
    // Each once and in the order in which it came, apart from the card, which names what was written first.
    const shown = house
      .botSays(karim)
      .flatMap(({ text }) => new RegExp(`line \\d of ${name}`).exec(text ?? '') ?? [])
    const came = await house.sql<{ body: string }>(
      `select body from message where body like 'line % of ' || $1 and direction = 'inbound' order by sent_at, id`,
      [name],
    )
    expect(shown.map(String)).toEqual(came.map(({ body }) => body))
    expect(new Set(shown.map(String)).size).toBe(4)
  }
  for (const app of wrong) expect(await house.stop(app)).toBe(0)
}, 90_000)

test('a process whose clock is wrong does all by itself as well', async () => {
  const right = house.app()
  const wrong = await house.startSecond(withClock(-11 * minute))
  await house.kill9(right)
  const customer = await house.customer('Allein Ohneuhr')
  await house.customerWrites(customer, 'is anybody there?')
  const card = await house.shown(karim, 'is anybody there?')
  await remindIn(card, 'alone with a wrong clock', '1 second')
  await house.staffWrites(karim, 'yes, we are', card)
  await house.receives(customer, 'yes, we are')
  // The clock's tick is given to the one that is left when the lock of the dead one has run out.
  await eventually('the reminder comes', () => reminders('alone with a wrong clock')[0], 40_000)
  await house.quiet()
  expect(reminders('alone with a wrong clock')).toHaveLength(1)
  expect(await house.stop(wrong)).toBe(0)
  await house.restart()
}, 90_000)
