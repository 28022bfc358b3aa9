import { Bot, GrammyError, InputFile } from 'grammy'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { frontToken, openFront } from './testing/open-front.ts'
import { openStand, type Stand, token } from './testing/open-stand.ts'

let stand: Stand
let bot: Bot
beforeAll(async () => {
  stand = await openStand({ pressWaitMs: 3_000 })
  bot = new Bot(token, { client: { apiRoot: `${stand.sandbox.url}/telegram` } })
})
afterAll(async () => {
  await bot.stop()
  await stand.close()
})

it('a bot written with an independent library works against the sandbox from end to end', async () => {
  bot.command('start', (ctx) =>
    ctx.reply(`Hello <b>${ctx.match}</b>`, {
      parse_mode: 'HTML',
      reply_markup: { inline_keyboard: [[{ text: 'Take', callback_data: 'take:1' }]] },
    }),
  )
  bot.callbackQuery('take:1', async (ctx) => {
    await ctx.editMessageText('Taken')
    await ctx.react('👌')
    await ctx.answerCallbackQuery({ text: 'Yours' })
  })
  bot.on('edited_message', (ctx) =>
    ctx.replyWithDocument(new InputFile(Buffer.from('x'), 'x.txt'), { caption: 'edited' }),
  )
  const polling = bot.start()
  const said = await stand.write('/start ad_42')
  const chat = async () => {
    const [ana] = (await stand.control('GET', '/staff')).body as unknown as {
      chats: { messages: Record<string, unknown>[] }[]
    }[]
    return ana?.chats[0]?.messages ?? []
  }
  await vi.waitFor(async () => expect((await chat()).at(-1)?.html).toBe('Hello <b>ad_42</b>'), {
    timeout: 3_000,
  })
  const card = (await chat()).at(-1)
  expect(card?.buttons).toEqual([[{ text: 'Take', callbackData: 'take:1' }]])
  const path = `/staff/${stand.ana}/chats/bot:desk_bot`
  const pressed = await stand.control('POST', `${path}/callback`, { messageId: card?.id, data: 'take:1' })
  expect(pressed.body).toEqual({ answered: true, text: 'Yours' })
  expect((await chat()).at(-1)).toMatchObject({ text: 'Taken', reactions: [{ emoji: '👌' }] })
  await stand.control('PATCH', `${path}/messages/${said.id}`, { text: 'better' })
  await vi.waitFor(async () => expect((await chat()).at(-1)?.caption).toBe('edited'), { timeout: 3_000 })
  await bot.stop()
  await polling
})

it('a refusal reaches it as the library knows it', async () => {
  const refused = bot.api.sendMessage(stand.ana, '<b>', { parse_mode: 'HTML' })
  await expect(refused).rejects.toBeInstanceOf(GrammyError)
  await expect(refused).rejects.toMatchObject({ error_code: 400 })
})

it('a bot of that library answers for a business account, and knows its own echo', async () => {
  const front = await openFront()
  const seller = new Bot(frontToken, { client: { apiRoot: `${front.stand.sandbox.url}/telegram` } })
  const echoes: (number | undefined)[] = []
  seller.on('business_message:text', async (ctx) => {
    const connection = await ctx.getBusinessConnection()
    const bot = ctx.businessMessage.sender_business_bot
    if (ctx.from.id === connection.user.id) return void echoes.push(bot?.id)
    await ctx.reply('Two places left', { reply_parameters: { message_id: ctx.msg.message_id } })
  })
  await front.connect()
  const polling = seller.start({ allowed_updates: ['business_message'] })
  await front.write({ to: `owner:${front.stand.ana}`, text: 'Is the class full?' })
  await vi.waitFor(() => expect(echoes).toEqual([seller.botInfo.id]), { timeout: 3_000 })
  await seller.stop()
  await polling
  await front.stand.close()
})
