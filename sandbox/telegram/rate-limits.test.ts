import { expect, it } from 'vitest'
import { ApiError } from './api-error.ts'
import { privateChat } from './find-in-world.ts'
import { createRateLimits } from './rate-limits.ts'
import { fillSettings } from './telegram-options.ts'
import { type BotAccount, createWorld, type StoredChat } from './world.ts'

const bot: BotAccount = {
  id: 1,
  token: '1:a',
  username: 'b',
  firstName: 'B',
  commands: {},
  profile: {},
  nextMessageId: 1,
}

function chatOf(userId: number): StoredChat {
  return privateChat(createWorld(), bot, { id: userId, firstName: 'A', languageCode: 'en', colour: '#000' })
}

function retryAfter(run: () => void): number | undefined {
  try {
    run()
    return undefined
  } catch (error) {
    if (error instanceof ApiError) return error.parameters?.retry_after
    throw error
  }
}

it('a private chat takes a burst of five, then one message a second', () => {
  let now = 0
  const limits = createRateLimits(fillSettings({}).rates, () => now)
  const chat = chatOf(7)
  for (let i = 0; i < 5; i += 1) limits.take(bot, chat)
  expect(retryAfter(() => limits.take(bot, chat))).toBe(1)
  now += 999
  expect(retryAfter(() => limits.take(bot, chat))).toBe(1)
  now += 1
  expect(retryAfter(() => limits.take(bot, chat))).toBeUndefined()
  expect(retryAfter(() => limits.take(bot, chat))).toBe(1)
})

it('a group takes twenty messages and edits a minute, and stays closed until retry_after is over', () => {
  let now = 0
  const limits = createRateLimits(fillSettings({}).rates, () => now)
  const group: StoredChat = { ...chatOf(7), key: 'group:-1', type: 'supergroup' }
  for (let i = 0; i < 20; i += 1) {
    limits.take(bot, group)
    now += 100
  }
  expect(retryAfter(() => limits.take(bot, group))).toBe(58)
  now += 30_000
  expect(retryAfter(() => limits.take(bot, group))).toBe(28)
  now += 28_000
  expect(retryAfter(() => limits.take(bot, group))).toBeUndefined()
})

it('one bot sends thirty messages a second over all its chats', () => {
  const limits = createRateLimits(fillSettings({}).rates, () => 0)
  for (let i = 0; i < 30; i += 1) limits.take(bot, chatOf(i + 1))
  expect(retryAfter(() => limits.take(bot, chatOf(99)))).toBe(1)
})

it('nothing is refused while the rates are off', () => {
  const limits = createRateLimits(fillSettings({ rates: { enabled: false } }).rates, () => 0)
  const chat = chatOf(7)
  expect(() => {
    for (let i = 0; i < 100; i += 1) limits.take(bot, chat)
  }).not.toThrow()
})

it('a chat stays closed for the whole seconds that were told, even where it would have been free sooner', () => {
  let now = 0
  const limits = createRateLimits(fillSettings({ rates: { privatePerSecond: 4 } }).rates, () => now)
  const chat = chatOf(7)
  for (let i = 0; i < 5; i += 1) limits.take(bot, chat)
  expect(retryAfter(() => limits.take(bot, chat))).toBe(1)
  now += 500
  expect(retryAfter(() => limits.take(bot, chat))).toBe(1)
  now += 500
  expect(retryAfter(() => limits.take(bot, chat))).toBeUndefined()
})

it('what was refused is counted by chat, also after the rates were changed', () => {
  const limits = createRateLimits(fillSettings({ rates: { groupPerMinute: 1 } }).rates, () => 0)
  const group: StoredChat = { ...chatOf(7), id: -1, key: 'group:-1', type: 'supergroup' }
  limits.take(bot, group)
  for (let i = 0; i < 3; i += 1) expect(retryAfter(() => limits.take(bot, group))).toBe(60)
  limits.set({ groupPerMinute: 2 })
  limits.take(bot, group)
  expect(limits.refused()).toEqual({ '-1': 3 })
})
