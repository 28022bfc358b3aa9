import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { shortId } from '#core/new-id.ts'
import { leadId, makeLead } from '../testing/make-lead.ts'
import { openChat } from '../testing/open-chat.ts'
import { openFakeTelegram, refusal } from '../testing/open-fake-telegram.ts'
import { makePost, testMessenger } from '../testing/test-messenger.ts'
import { createAppLinks } from './create-app-links.ts'

const place = `lead_${shortId(leadId)}`
const page = `https://desk.example.com/miniapp/?lead=${shortId(leadId)}`
const appRow = { text: 'Open in Mini App', app: place }
const back = { text: 'Back', data: 'card:x' }
const card = { method: 'send', html: 'card', buttons: [[appRow], [back, appRow]] }

describe('a button for the Mini App', () => {
  let telegram: Awaited<ReturnType<typeof openFakeTelegram>>
  beforeEach(async () => {
    telegram = await openFakeTelegram()
  })
  afterEach(() => telegram.close())

  const show = (
    content: Record<string, unknown>,
    chatId: string,
    hasMain = true,
    target: number | null = null,
  ) => {
    const appLink = createAppLinks({
      publicUrl: () => 'https://desk.example.com',
      apiRoot: 'https://api.telegram.org',
      me: () => ({ username: 'desk_bot', has_main_web_app: hasMain }),
      askAgain: () => undefined,
    })
    const open = () => Promise.reject(new Error('no file'))
    return testMessenger(telegram.apiRoot, { open, appLink }).show(makePost(content, { chatId, target }))
  }
  const keyboards = (method = 'sendMessage') =>
    telegram
      .of(method)
      .map(({ reply_markup }) => (reply_markup as { inline_keyboard?: unknown } | undefined)?.inline_keyboard)

  it('is of the kind that the chat takes, also where the same post is shown in another', async () => {
    for (const chat of ['701', '-1001']) await show(card, chat)
    const { text } = appRow
    const key = { text: 'Back', callback_data: 'card:x' }
    const [inPrivate, inGroup] = [
      { text, web_app: { url: page } },
      { text, url: `https://t.me/desk_bot?startapp=${place}` },
    ]
    expect(keyboards()).toEqual([
      [[inPrivate], [key, inPrivate]],
      [[inGroup], [key, inGroup]],
    ])
  })

  it('is left out where it would open nothing, with its row, and with the keyboard where it is all of it', async () => {
    await show(card, '-1001', false)
    await show({ ...card, buttons: [[appRow]] }, '-1001', false)
    await show({ ...card, method: 'edit' }, '-1001', false, 9)
    const left = [[{ text: 'Back', callback_data: 'card:x' }]]
    expect(keyboards()).toEqual([left, undefined])
    expect(keyboards('editMessageText')).toEqual([left])
  })

  it.each([
    'BUTTON_TYPE_INVALID',
    'BUTTON_URL_INVALID',
    `inline keyboard button Web App URL '${page}' is invalid: x`,
  ])('never costs a card that Telegram refuses for it: %s', async (reason) => {
    for (const method of ['sendMessage', 'editMessageText'])
      telegram.on(method, (payload) =>
        JSON.stringify(payload).includes('web_app') ? refusal(400, `Bad Request: ${reason}`) : undefined,
      )
    expect(await show(card, '701')).toMatchObject({ outcome: 'shown' })
    expect(await show({ ...card, method: 'edit' }, '701', true, 9)).toMatchObject({ outcome: 'shown' })
    const left = [[{ text: 'Back', callback_data: 'card:x' }]]
    expect([keyboards().at(-1), keyboards('editMessageText').at(-1)]).toEqual([left, left])
    const without = { ...card, buttons: [[back]] }
    telegram.on('sendMessage', () => refusal(400, `Bad Request: ${reason}`))
    expect(await show(without, '701'), 'what is refused for something else').toMatchObject({
      outcome: 'refused',
    })
  })
})

describe('the way to the Mini App', () => {
  let chat: Awaited<ReturnType<typeof openChat>>
  afterEach(() => chat.close())
  const opened = () =>
    ((chat.last()?.content.buttons ?? []) as { app?: string }[][]).flat().flatMap(({ app }) => app ?? [])

  it('is behind More, and below the history, the inbox and the figures', async () => {
    const span = { opened: 1, answered: 1, firstAnswerSeconds: null, converted: 0, lost: 0 }
    chat = await openChat('agent', {
      findLead: () => makeLead(),
      readHistory: () => [],
      markSeen: () => undefined,
      findWaysToAnswer: () => ({ conversations: [], openings: [] }),
      listMergeSuggestions: () => [],
      readStats: () => ({ today: span, week: span, waiting: 0 }),
    })
    await chat.write('/lead 12')
    expect(opened(), 'the card itself has enough').toEqual([])
    const shown = chat.last()
    await chat.press(`more:${shortId(leadId)}`, shown)
    expect(opened()).toEqual([place])
    await chat.press(`history:${shortId(leadId)}`, shown)
    expect(opened()).toEqual([place])
    await chat.write('/inbox')
    expect(opened(), 'where it begins').toEqual([''])
    await chat.write('/stats')
    expect(opened()).toEqual([''])
  })
})
