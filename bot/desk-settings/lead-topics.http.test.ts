import { afterEach, beforeEach, expect, test } from 'vitest'
import type { LeadTopics } from '#core/team-desk/lead-topics.ts'
import { openChat } from '../testing/open-chat.ts'

let chat: Awaited<ReturnType<typeof openChat>>
let state: LeadTopics
let plane: string | undefined
beforeEach(async () => {
  state = 'off'
  plane = undefined
  chat = await openChat('agent', {
    readOwnHours: () => ({ timeZone: 'UTC', quiet: null, digests: [] }),
    readTeamDesk: () => (plane ? { plane } : null),
    readLeadTopics: () => state,
    setLeadTopics: ({ on }: { on: boolean }) => {
      state = on ? 'on' : 'off'
    },
  })
})
afterEach(() => chat.close())

const threadedMode = (is: boolean) =>
  chat.telegram.on('getMe', () => ({
    body: {
      ok: true,
      result: { id: 4200, is_bot: true, first_name: 'Desk', username: 'desk_bot', has_topics_enabled: is },
    },
  }))
const set = () => chat.done().filter(({ name }) => name === 'setLeadTopics')

test('topics are offered where Telegram has them, without a restart, and a press changes the settings in place', async () => {
  await chat.write('/settings')
  expect(chat.buttons()).not.toContain('lead-topics:on')
  threadedMode(true)
  await chat.write('/settings')
  const screen = chat.last()
  expect(chat.buttons()).toContain('lead-topics:on')
  await chat.press('lead-topics:on', screen)
  expect(set()).toMatchObject([{ input: { on: true } }])
  expect(chat.last()).toMatchObject({ targetKey: screen?.key, content: { method: 'edit' } })
  expect(chat.last()?.content.html).toContain('each in a topic')
  expect(chat.buttons()).toContain('lead-topics:off')
  // Whoever has them can go back, whatever became of them meanwhile.
  threadedMode(false)
  plane = 'group'
  await chat.write('/settings')
  expect(chat.buttons()).toContain('lead-topics:off')
  await chat.press('lead-topics:off')
  expect(set().at(-1)).toMatchObject({ input: { on: false } })
})

test('they are not offered while the team works in the topics of its group', async () => {
  threadedMode(true)
  plane = 'group'
  await chat.write('/settings')
  expect(chat.buttons()).not.toContain('lead-topics:on')
  plane = 'lobby'
  await chat.write('/settings')
  expect(chat.buttons()).toContain('lead-topics:on')
})

test('an old button is told what Telegram lacks, and a forged one sets nothing', async () => {
  await chat.press('lead-topics:on')
  expect(chat.toast()).toContain('Threaded Mode')
  await chat.press('lead-topics:maybe')
  expect(set()).toEqual([])
})
