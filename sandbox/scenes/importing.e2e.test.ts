import { afterAll, beforeAll, expect, test } from 'vitest'
import { eventually } from './testing/eventually.ts'
import { type House, openHouse } from './testing/open-house.ts'
import { type ChatMessage, choiceOn, plain } from './testing/staff-side.ts'

let house: House

beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house?.close())

/** The one post of an import, once it says this. */
const says = (list: ChatMessage, words: RegExp) =>
  eventually(`the import says ${words}`, () =>
    house.botSays(house.owner).find(({ id, text }) => id === list.id && words.test(plain(text))),
  )

test('an owner sends a list of people, sees what it would do, imports it and takes it back', async () => {
  const rows = [
    'Full name;Mobile;Status;Favourite class',
    'Ottilie Vogelsang;+33639940101;Follow up;Spinning',
    'Ottilie again;+33 6 39 94 01 01;;',
    'Broken Number;12;;',
    '=cmd|calc;+33639940102;;Boxing',
  ].join('\r\n')
  const file = {
    kind: 'document',
    fileName: 'gym.csv',
    mime: 'text/csv',
    data: Buffer.from(rows).toString('base64'),
  }
  await house.staffSends(house.owner, file)
  await house.press(house.owner, await house.shown(house.owner, 'gym.csv looks like a list'), 'list-begin')
  const list = await house.shown(house.owner, 'I found 4 columns')
  expect(plain(list.text)).toContain('2. Mobile → Phone')
  await house.press(house.owner, list, choiceOn(list, 'check'))
  const checked = await says(list, /Checked/)
  expect(plain(checked.text)).toMatch(
    /2 new people[\s\S]*1 row repeats[\s\S]*1 row has a mistake[\s\S]*Line 3: The same/,
  )
  const report = await house.shownFile(house.owner, list, 'document')
  const left = await (await fetch(`${house.sandbox.url}${report.media?.url}`)).text()
  expect(left).toContain('Broken Number;12;;;4;')
  expect(await house.count('select count(*) from contact')).toBe(0)

  const before = house.botSays(house.owner).length
  await house.press(house.owner, list, choiceOn(checked, 'start'))
  await says(list, /Imported\./)
  expect(house.botSays(house.owner), 'nobody is told of single leads').toHaveLength(before)
  await house.staffWrites(house.owner, '/lead 1')
  const card = await house.shown(house.owner, 'Ottilie Vogelsang')
  expect(plain(card.text)).toContain('from an imported list (gym.csv)')

  await house.press(house.owner, list, 'list-undo')
  await house.press(house.owner, list, 'list-undo-yes')
  await says(list, /2 leads were removed/)
  expect(await house.count('select count(*) from contact')).toBe(0)
})

test('a list that /import asked for is given up by /cancel, and by its button when it is asked for once more', async () => {
  const file = {
    kind: 'document',
    fileName: 'later.csv',
    mime: 'text/csv',
    data: Buffer.from('Name;Phone\nLater One;+33639940103\n').toString('base64'),
  }
  const asked = async () => {
    const seen = house.botSays(house.owner).length
    await house.staffWrites(house.owner, '/import')
    await eventually('a file is asked for', () =>
      house
        .botSays(house.owner)
        .slice(seen)
        .find(({ text }) => text?.includes('Send a list of people')),
    )
    await house.staffSends(house.owner, file)
    return eventually('its columns are shown', () =>
      house
        .botSays(house.owner)
        .slice(seen)
        .find(({ text }) => plain(text).includes('I found 2 columns')),
    )
  }
  const first = await asked()
  await house.staffWrites(house.owner, '/cancel')
  await says(first, /Cancelled/)
  const second = await asked()
  await house.press(house.owner, second, choiceOn(second, 'stop'))
  await says(second, /Cancelled/)
  expect(await house.count('select count(*) from contact')).toBe(0)
})
