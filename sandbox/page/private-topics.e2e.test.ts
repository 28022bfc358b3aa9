import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openPage } from './testing/open-page.ts'

let world: Awaited<ReturnType<typeof openPage>>
let nadia: number
let page: Page

const token = `10001:${'A'.repeat(35)}`
const heard = async () => (await world.api('getUpdates')) as unknown as Record<string, unknown>[]
const menu = (label: string) =>
  page
    .locator('.staff .chat-head .icon-button')
    .last()
    .click()
    .then(() => page.locator('.menu button', { hasText: label }).click())

describe('topics of a private chat on the page', { timeout: 30_000 }, () => {
  beforeAll(async () => {
    world = await openPage()
    await world.control('PUT', '/telegram/bots', {
      token,
      username: 'desk_bot',
      firstName: 'Desk',
      topics: true,
    })
    nadia = Number((await world.control('POST', '/staff', { firstName: 'Nadia' })).id)
    await world.control('POST', `/staff/${nadia}/chats/bot:desk_bot/messages`, { text: '/start' })
    page = await world.visit()
  }, 60_000)

  afterAll(() => world?.close())

  test('a chat without one is a chat like any other; the first one opens a list', async () => {
    await page.locator('.staff .row.mine', { hasText: '/start' }).waitFor()
    expect(await page.locator('.topic-row').count()).toBe(0)
    const place = await world.api('createForumTopic', { chat_id: nadia, name: 'Layla' })
    const { message_thread_id } = place
    const card = await world.api('sendMessage', { chat_id: nadia, message_thread_id, text: 'The card' })
    await world.api('pinChatMessage', { chat_id: nadia, message_id: card.message_id })
    await page.locator('.topic-row', { hasText: 'Layla' }).click()
    await page.locator('.staff .pinned', { hasText: 'The card' }).waitFor()
    await page.locator('.staff .composer-input').fill('Yes, we are open')
    await page.keyboard.press('Enter')
    await page.locator('.staff .row.mine', { hasText: 'Yes, we are open' }).waitFor()
    expect((await heard()).at(-1)?.message).toMatchObject({ message_thread_id, is_topic_message: true })
    await page.locator('.topic-row', { hasText: 'General' }).click()
    await page.locator('.staff .row.mine', { hasText: '/start' }).waitFor()
  })

  test('a topic is deleted and made there, and not closed', async () => {
    await page.locator('.topic-row', { hasText: 'Layla' }).click()
    await page.locator('.staff .chat-head .icon-button').last().click()
    expect(await page.locator('.menu button', { hasText: 'Close the topic' }).count()).toBe(0)
    await page.locator('.menu button', { hasText: 'Delete the topic' }).click()
    await page.locator('.topic-row', { hasText: 'Layla' }).waitFor({ state: 'detached' })
    await menu('New topic')
    await page.locator('.dialog [name="name"]').fill('Mine')
    await page.locator('.dialog [type="submit"]').click()
    await page.locator('.topic-row', { hasText: 'Mine' }).waitFor()
    expect(world.complaints).toEqual([])
  })
})
