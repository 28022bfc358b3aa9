import { afterEach, expect, it, vi } from 'vitest'
import { DeskError } from '#core/errors.ts'
import { organizationId } from '../testing/make-lead.ts'
import { openChat } from '../testing/open-chat.ts'
import { openStaffBot } from '../testing/open-staff-bot.ts'

let chat: Awaited<ReturnType<typeof openChat>> | undefined
const begin = async (...given: Parameters<typeof openChat>) => {
  chat = await openChat(...given)
  return chat
}
afterEach(async () => {
  await chat?.close()
  chat = undefined
})
const groupId = -1001234567890
const rights = { can_manage_topics: true, can_pin_messages: true, can_delete_messages: true }
const bot = { status: 'administrator', ...rights }

/** What Telegram knows of the group. */
function be(
  { telegram }: Pick<Awaited<ReturnType<typeof openChat>>, 'telegram'>,
  group: { forum?: boolean; bot?: object; person?: object } = {},
) {
  telegram.on('getChat', () => ({
    body: {
      ok: true,
      result: { id: groupId, type: 'supergroup', title: 'Team <1>', is_forum: group.forum ?? true },
    },
  }))
  telegram.on('getChatMember', ({ user_id: id }) => ({
    body: { ok: true, result: id === 4200 ? (group.bot ?? bot) : (group.person ?? { status: 'creator' }) },
  }))
}
const share = (desk: Awaited<ReturnType<typeof openChat>>) =>
  desk.hear({
    message: {
      message_id: 60,
      date: 1,
      chat: { id: 702, type: 'private', first_name: 'Amina' },
      from: { id: 702, is_bot: false, first_name: 'Amina', language_code: 'en' },
      chat_shared: { request_id: 1, chat_id: groupId, title: 'Team <1>' },
    },
  })

it('asks whoever leads the team for a group, in one tap', async () => {
  const desk = await begin('owner')
  await desk.write('/desk')
  expect(desk.last()?.content).toMatchObject({ chooseGroup: '👥 Choose the group' })
  const agent = await begin('agent')
  await agent.write('/desk')
  expect(agent.last()?.content.chooseGroup).toBeUndefined()
})

it('takes a group that has all it needs', async () => {
  const desk = await begin('owner', { connectTeamDesk: () => undefined })
  be(desk)
  await share(desk)
  expect(desk.done()).toMatchObject([
    { name: 'connectTeamDesk', input: { chatId: String(groupId), title: 'Team <1>' } },
  ])
  expect(desk.html()).toContain('<b>Team &lt;1&gt;</b> is chosen')
})

it.each([
  [{ forum: false }, 'The group has no topics'],
  [{ bot: { status: 'member' } }, 'I lack a right'],
  [{ bot: { ...bot, can_manage_topics: false } }, 'I lack a right'],
  [{ bot: { status: 'left' } }, 'I am not in the group'],
  [{ person: { status: 'member' } }, 'You are not an administrator'],
])('says what is missing of %j, with a button to look again', async (group, words) => {
  const desk = await begin('owner', { connectTeamDesk: () => undefined })
  be(desk, group)
  await share(desk)
  expect(desk.done()).toEqual([])
  expect(desk.html()).toContain(words)
  expect(desk.buttons()).toEqual([`desk-check:${groupId}`])
  be(desk)
  await desk.press(`desk-check:${groupId}`, desk.last())
  expect(desk.done()).toMatchObject([{ name: 'connectTeamDesk' }])
})

it('refuses a group of another organization kindly, and a forged button', async () => {
  const desk = await begin('owner', {
    connectTeamDesk: () => {
      throw new DeskError('conflict', 'desk-of-another')
    },
  })
  be(desk)
  await share(desk)
  expect(desk.html()).toContain('desk of another organization')
  await desk.press('desk-check:7')
  expect(desk.toast()).not.toBe('')
  const agent = await begin('agent', { connectTeamDesk: () => undefined })
  be(agent)
  await agent.press(`desk-check:${groupId}`)
  expect(agent.done()).toEqual([])
})

it('shows how the team works, and changes it', async () => {
  let plane = 'group'
  const desk = await begin('owner', {
    readTeamDesk: () => ({
      chatId: String(groupId),
      title: 'Team',
      plane,
      state: 'active',
      reason: null,
      version: 1,
      language: 'en',
    }),
    setDeskPlane: (input: never) => {
      plane = (input as { plane: string }).plane
    },
    leaveTeamDesk: () => undefined,
  })
  await desk.write('/desk')
  expect(desk.html()).toContain('everything in the group')
  await desk.press('desk-plane:lobby', desk.last())
  expect(desk.html()).toContain('claimed in the group’s lobby')
  await desk.press('desk-leave', desk.last())
  expect(desk.done().map(({ name }) => name)).toEqual(['setDeskPlane'])
  await desk.press('desk-leave-yes', desk.last())
  expect(desk.done().map(({ name }) => name)).toEqual(['setDeskPlane', 'leaveTeamDesk'])
})

it('takes the group that the operator named, where there is none yet and it has all it needs', async () => {
  const staff = await openStaffBot({ connectTeamDesk: () => undefined })
  try {
    be(staff)
    staff.bot.adoptGroup(organizationId, groupId)
    await vi.waitFor(() =>
      expect(staff.done()).toMatchObject([{ name: 'connectTeamDesk', actor: { kind: 'system' } }]),
    )
    let asked = 0
    staff.answers.readTeamDesk = () => {
      asked += 1
      return { chatId: '-5' }
    }
    staff.bot.adoptGroup(organizationId, groupId)
    await vi.waitFor(() => expect(asked).toBe(1))
    be(staff, { forum: false })
    staff.answers.readTeamDesk = () => null
    staff.bot.adoptGroup(organizationId, groupId)
    await vi.waitFor(() => expect(staff.telegram.of('getChat')).toHaveLength(2))
  } finally {
    await staff.close()
  }
  expect(staff.done()).toHaveLength(1)
})
