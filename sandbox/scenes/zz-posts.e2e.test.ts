import { afterAll, beforeAll, expect, test } from 'vitest'
import { eventually } from './testing/eventually.ts'
import { type House, openHouse } from './testing/open-house.ts'

let house: House
beforeAll(async () => {
  house = await openHouse({ networks: true })
})
afterAll(() => house?.close())

test.skip('album', async () => {
  const customer = await house.telegrammer('Album Person')
  await house.telegramWrites(customer, 'album person begins')
  const card = await house.shown(house.owner, 'album person begins')
  await house.telegramWrites(customer, {
    kind: 'album',
    items: [
      { kind: 'photo', caption: 'our sofa' },
      { kind: 'photo' },
      { kind: 'photo', caption: 'the third' },
    ],
  })
  await eventually(
    'album shown',
    () => house.botSays(house.owner).filter(({ media }) => media).length === 3,
    25_000,
  )
  await house.quiet()
  const files = house.botSays(house.owner).filter(({ media }) => media)
  console.log(
    JSON.stringify(
      house
        .botSays(house.owner)
        .map(({ id, text, caption, replyTo, media }) => ({ id, text, caption, replyTo, media: media?.kind })),
      null,
      1,
    ),
  )
  const third = files.find(({ caption }) => caption === 'the third')
  await house.staffWrites(house.owner, 'answer to the third', third)
  const got = await house.telegramReceives(customer, 'answer to the third')
  console.log(JSON.stringify(got), JSON.stringify(house.chatWith(customer, 'bot').slice(-5)))
  await house.staffWrites(house.owner, 'Does ten suit you?\n[Yes] [No]', card)
  const ask = await house.telegramReceives(customer, 'Does ten suit you?')
  console.log(JSON.stringify(ask))
})

test('erase', async () => {
  const ines = await house.customer('Ines Unsend', { network: 'instagram', phone: undefined })
  await house.customerWrites(ines, 'ines begins')
  const card = await house.shown(house.owner, 'ines begins')
  const sent = await house.customerWrites(ines, 'super secret sentence')
  const told = await house.shown(house.owner, 'super secret sentence')
  await house.customerWrites(ines, { kind: 'text', text: 'quoting it', target: sent.id, replyTo: sent.id })
  await house.shown(house.owner, 'quoting it')
  await house.staffWrites(house.owner, '/inbox')
  await eventually(
    'inbox',
    () => house.botSays(house.owner).filter(({ text }) => text?.includes('quoting')).length > 1,
  )
  const photo = await house.customerWrites(ines, { kind: 'image', caption: 'x' })
  await eventually(
    'photo',
    () => house.botSays(house.owner).some(({ media, replyTo }) => media && replyTo && replyTo > told.id),
    20_000,
  )
  await house.customerWrites(ines, { kind: 'unsend', target: sent.id })
  await house.customerWrites(ines, { kind: 'unsend', target: photo.id })
  await eventually(
    'gone',
    () => !house.botSays(house.owner).some(({ text }) => text?.includes('super secret')),
    20_000,
  )
  await house.quiet()
  console.log(
    JSON.stringify(
      house
        .botSays(house.owner)
        .slice(-12)
        .map(({ id, text, caption, replyTo, media }) => ({ id, text, caption, replyTo, media: media?.kind })),
      null,
      1,
    ),
  )
  console.log(
    'TABLES',
    await (house as any).desk?.tablesWith?.('super secret sentence'),
    Object.keys(house).join(' '),
  )
  const db = (house as any).database ?? (house as any)
  console.log('T2', await db.tablesWith?.('super secret sentence'))
  expect(card).toBeTruthy()
})

test.skip('whatsapp choices', async () => {
  const customer = await house.customer('Choice Person')
  await house.customerWrites(customer, 'choices begin')
  const card = await house.shown(house.owner, 'choices begin')
  await house.staffWrites(house.owner, 'Which day?\n[Monday]\n[Tuesday]\n[Wednesday]\n[Thursday]', card)
  const got = await house.receives(customer, 'Which day?')
  console.log(JSON.stringify(got))
  await house.staffWrites(house.owner, 'Two?\n[A very very long title for this]\n[B]', card)
  await house.shown(house.owner, 'a choice may have')
})
