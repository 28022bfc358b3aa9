import { afterAll, beforeAll, expect, test } from 'vitest'
import { botFather, connectBot, sentByBot, writesToBot } from './testing/connect-bot.ts'
import { becomes, eventually } from './testing/eventually.ts'
import { type House, openHouse } from './testing/open-house.ts'
import { get } from './testing/post.ts'

let house: House

beforeAll(async () => {
  house = await openHouse({ updates: 'polling' })
})

afterAll(() => house?.close())

const waitingPolls = () => house.sandbox.kernel.calls().filter(({ title }) => title.endsWith('/getUpdates'))

test('without a public address the desk asks Telegram for updates, and the main job works', async () => {
  const customer = await house.customer('Polling Customer')
  await house.customerWrites(customer, 'no webhook for staff here')
  const card = await house.shown(house.owner, 'no webhook for staff here')
  await house.staffWrites(house.owner, 'and still you are heard', card)
  await house.receives(customer, 'and still you are heard')
  const presses = await house.press(house.owner, card, 'history')
  expect(presses.answered).toBe(true)
  expect(house.sandbox.telegram.appUrl()).toBeUndefined()
  expect((await get(`${house.url}/webhooks/telegram/staff`)).status).toBe(404)
})

test('what was written while the desk was down is heard once when it is back', async () => {
  const customer = await house.customer('Night Customer')
  await house.customerWrites(customer, 'before the night')
  const card = await house.shown(house.owner, 'before the night')
  await house.quiet()
  await house.kill9()
  await house.staffWrites(house.owner, 'written into the dark', card)
  await house.restart()
  await house.receives(customer, 'written into the dark')
  await house.quiet()
  expect(house.received(customer)).toHaveLength(1)
})

test('of two processes one asks, and the other takes over when that one dies', async () => {
  const first = house.app()
  await house.startSecond()
  const conflicts = () => waitingPolls().filter(({ status }) => status === 409).length
  expect(conflicts()).toBe(0)
  await house.kill9(first)
  const customer = await house.customer('Heir Customer')
  await house.customerWrites(customer, 'who asks now?')
  const card = await house.shown(house.owner, 'who asks now?')
  await house.staffWrites(house.owner, 'the heir does', card)
  await house.receives(customer, 'the heir does')
})

test('Telegram fails for a while: asking goes on by itself', async () => {
  house.fault({ target: 'telegram', kind: 'http-502-html', method: 'getUpdates', times: 2 })
  const customer = await house.customer('Failing Poll')
  await house.customerWrites(customer, 'polls may fail')
  const card = await house.shown(house.owner, 'polls may fail')
  await house.staffWrites(house.owner, 'but not for long', card)
  await house.receives(customer, 'but not for long')
  await becomes(() => house.received(customer).length, 1)
  await eventually('all is done', async () => house.quiet().then(() => true))
})

test('a bot that an owner connects meanwhile is asked for updates too, without a restart', async () => {
  const bot = {
    token: '7300000008:SCENE-polled-bot-token-0123456789abcdefgh',
    username: 'scene_polled_bot',
    firstName: 'Polled Bakery',
  }
  await botFather(house, bot)
  await connectBot(house, bot)
  const customer = await house.telegrammer('Pollux Abfrage')
  await writesToBot(house, customer, 'is anybody asking?', bot)
  const card = await house.shown(house.owner, 'is anybody asking?')
  await house.staffWrites(house.owner, 'we are', card)
  await becomes(() => sentByBot(house, customer, bot), ['we are'])
})
