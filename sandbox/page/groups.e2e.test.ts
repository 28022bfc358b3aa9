import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openPage } from './testing/open-page.ts'

let world: Awaited<ReturnType<typeof openPage>>
let nadia: number
let karim: number
let page: Page

const rights = { can_manage_topics: true, can_delete_messages: true, can_pin_messages: true }
const request = {
  request_id: 1,
  chat_is_channel: false,
  chat_is_forum: true,
  user_administrator_rights: rights,
  bot_administrator_rights: rights,
}

const heard = async () => (await world.api('getUpdates')) as unknown as Record<string, unknown>[]
const menu = (label: string) =>
  page
    .locator('.staff .chat-head .icon-button')
    .last()
    .click()
    .then(() => page.locator('.menu button', { hasText: label }).click())

describe('a staff group on the page', { timeout: 30_000 }, () => {
  beforeAll(async () => {
    world = await openPage()
    nadia = Number((await world.control('POST', '/staff', { firstName: 'Nadia' })).id)
    karim = Number((await world.control('POST', '/staff', { firstName: 'Karim' })).id)
    await world.control('POST', `/staff/${nadia}/chats/bot:desk_bot/messages`, { text: '/start' })
    const keyboard = [[{ text: 'Choose the group', request_chat: request }]]
    await world.api('sendMessage', { chat_id: nadia, text: 'Which group?', reply_markup: { keyboard } })
    page = await world.visit()
  }, 60_000)

  afterAll(() => world?.close())

  test('is made by the button of a bot, which is then an administrator of it', async () => {
    await page.locator('.staff .key', { hasText: 'Choose the group' }).click()
    await page.locator('.dialog [name="title"]').fill('Gym desk')
    await page.locator('.dialog [type="submit"]').click()
    await page.locator('.staff .chat-row', { hasText: 'Gym desk' }).click()
    const updates = await heard()
    expect(updates.find((update) => update.my_chat_member)?.my_chat_member).toMatchObject({
      new_chat_member: { status: 'administrator', ...rights },
    })
    expect(updates.at(-1)?.message).toMatchObject({ chat_shared: { request_id: 1 } })
  })

  test('shows its topics with what is new in them, and the open one with its pinned card', async () => {
    const last = (await heard()).at(-1)?.message as { chat_shared: { chat_id: number } }
    const chat_id = last.chat_shared.chat_id
    const { message_thread_id } = await world.api('createForumTopic', { chat_id, name: 'Layla <b>' })
    const place = { chat_id, message_thread_id }
    const card = await world.api('sendMessage', { ...place, text: 'The card' })
    await world.api('pinChatMessage', { chat_id, message_id: card.message_id })
    const topic = page.locator('.topic-row', { hasText: 'Layla <b>' })
    await topic.locator('.badge', { hasText: '3' }).waitFor()
    await topic.click()
    await topic.locator('.badge').waitFor({ state: 'detached' })
    await page.locator('.staff .pinned', { hasText: 'The card' }).waitFor()
    await page.locator('.staff .composer-input').fill('Yes, we are open')
    await page.keyboard.press('Enter')
    await page.locator('.staff .row.mine', { hasText: 'Yes, we are open' }).waitFor()
    expect((await heard()).at(-1)?.message).toMatchObject({
      message_thread_id,
      is_topic_message: true,
      text: 'Yes, we are open',
    })
  })

  test('says which messages came without a sound, to those who see and to those who hear', async () => {
    const last = (await heard()).findLast(({ message }) => message)?.message as { chat: { id: number } }
    const place = {
      chat_id: last.chat.id,
      message_thread_id: (last as Record<string, unknown>).message_thread_id,
    }
    await world.api('sendMessage', { ...place, text: 'Only so that you know', disable_notification: true })
    await world.api('sendMessage', { ...place, text: 'Look at this now' })
    const row = (text: string) => page.locator('.staff .row', { hasText: text })
    const sign = { name: 'Came without a sound' }
    await row('Look at this now').waitFor()
    expect(await row('Only so that you know').getByRole('img', sign).count()).toBe(1)
    expect(await row('Look at this now').getByRole('img', sign).count()).toBe(0)
  })

  test('lets people in, and closes a topic to those who do not manage topics', async () => {
    await menu('People of the group')
    await page.locator(`.dialog [name="${karim}"]`).selectOption('member')
    await page.locator('.dialog [type="submit"]').click()
    await page.locator('.staff .device-id', { hasText: '2 people' }).waitFor()
    await menu('Close the topic')
    await page.locator('.topic-row .topic-closed').waitFor()
    await page.locator('.staff .composer-input').waitFor()
    await page.locator('.staff .strip-item', { hasText: 'Karim' }).click()
    await page.locator('.staff .chat-row', { hasText: 'Gym desk' }).click()
    await page.locator('.topic-row', { hasText: 'Layla <b>' }).click()
    await page.locator('.staff .thread-note', { hasText: 'This topic is closed.' }).waitFor()
    expect(await page.locator('.staff .composer-input').isVisible()).toBe(false)
  })

  test('fits a phone: first the topics, then one of them', async () => {
    page = await world.visit(390, 844)
    await page.locator('.tab', { hasText: 'Staff' }).click()
    await page.locator('.staff .chat-row', { hasText: 'Gym desk' }).click()
    await page.locator('.topic-row', { hasText: 'Layla <b>' }).click()
    await page.locator('.staff .row.theirs', { hasText: 'The card' }).waitFor()
    expect(await page.locator('.topic-row').first().isVisible()).toBe(false)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
    await page.locator('.staff .back').click()
    await page.locator('.topic-row').first().waitFor()
    expect(world.complaints).toEqual([])
  })
})
