import { afterEach, expect, it } from 'vitest'
import { DeskError } from '#core/errors.ts'
import { leadId, makeLead, messageId, organizationId } from '../testing/make-lead.ts'
import { groupId, openGroup, thread } from '../testing/open-group.ts'

let open: Awaited<ReturnType<typeof openGroup>> | undefined
const begin = async (...given: Parameters<typeof openGroup>) => {
  open = await openGroup(...given)
  return open
}
afterEach(async () => {
  await open?.close()
  open = undefined
})
const origin = { account: '4200', chat: groupId, message: 50 }
const topicKey = `topic:${leadId}`
const bot = { id: 4200, is_bot: true, first_name: 'Desk' }

it('sends to the customer what a member writes in the lead’s topic, below nothing', async () => {
  const group = await begin()
  await group.write({ text: 'We open at nine.' })
  expect(group.queued()).toEqual([{ leadId, body: 'We open at nine.', origin }])
  expect(group.posts()).toEqual([])
})

it('sends files and voice messages from the topic as what they are', async () => {
  const group = await begin()
  await group.write({ voice: { file_id: 'v', file_unique_id: 'u', duration: 3, mime_type: 'audio/ogg' } })
  await group.write({ message_id: 51, photo: [{ file_id: 'p', file_unique_id: 'u', width: 9, height: 9 }] })
  expect(group.queued().map(({ content }) => content)).toMatchObject([
    { kind: 'files', files: [{ kind: 'voice', source: { mediaId: 'v' } }] },
    { kind: 'files', files: [{ kind: 'image', source: { mediaId: 'p' } }] },
  ])
})

it('quotes the customer’s message that a member replies to', async () => {
  const group = await begin({
    findPost: ({ externalId }: { externalId: number }) =>
      externalId === 41 ? { key: `message:${messageId}`, leadId, content: {}, messageId } : null,
  })
  await group.write({
    text: 'Yes',
    reply_to_message: { message_id: 41, date: 1, chat: {}, from: bot, text: 'x' },
  })
  expect(group.queued()).toMatchObject([{ leadId, replyTo: messageId }])
})

it('changes an answer that the member changes, and keeps what was never an answer to itself', async () => {
  const group = await begin({
    findPost: ({ externalId }: { externalId: number }) =>
      externalId === 50 ? { key: '', leadId, content: {}, messageId: null } : null,
  })
  await group.edit({ text: 'We open at ten.' })
  await group.edit({ message_id: 51, text: 'Never sent' })
  expect(group.queued()).toEqual([{ leadId, origin, content: { kind: 'edit', body: 'We open at ten.' } }])
})

it('keeps what begins with // inside, also as an answer to such a note, and signs it', async () => {
  const notes: unknown[] = []
  const group = await begin({ addNote: (input: never) => void notes.push(input) })
  await group.write({ text: '// He is a friend of Ben’s' })
  const reply_to_message = {
    message_id: 50,
    date: 1,
    chat: {},
    from: bot,
    text: '// He is a friend of Ben’s',
  }
  await group.write({ message_id: 52, text: 'Which Ben?', reply_to_message })
  expect(notes).toMatchObject([{ body: 'He is a friend of Ben’s' }, { body: 'Which Ben?' }])
  expect(group.queued()).toEqual([])
  expect(group.posts().map(({ content, chat }) => [chat.id, content.method, content.emoji])).toEqual([
    [groupId, 'react', '✍'],
    [groupId, 'react', '✍'],
  ])
})

it('hears nothing that the team says outside of leads’ topics', async () => {
  const group = await begin()
  await group.talk({ text: 'Who is in tomorrow?' })
  await group.talk({ message_id: 51, text: '// nobody' })
  await group.talk({ message_id: 52, text: '/weather@otherbot' })
  expect(group.queued()).toEqual([])
  expect(group.posts()).toEqual([])
})

it('says at once in the topic what the network cannot do', async () => {
  const group = await begin({
    queueReply: () => {
      throw new DeskError('conflict', 'window-closed', { network: 'whatsapp', ways: '[]' })
    },
    findWaysToAnswer: () => ({ conversations: [], openings: [] }),
  })
  await group.write({ text: 'Too late' })
  const [post] = group.posts()
  expect(post).toMatchObject({ chat: { id: groupId, kind: 'group' }, topicKey, content: { replyTo: 50 } })
  expect(post?.content.draft).toMatchObject({ body: 'Too late', origin })
  await group.write({ message_id: 53, poll: { id: '1', question: '?', options: [] } })
  expect(group.posts().at(-1)).toMatchObject({ topicKey, content: { replyTo: 53 } })
})

it('tells a stranger once, and hears nothing of his', async () => {
  const group = await begin({}, null)
  await group.write({ text: 'Hi' })
  await group.write({ message_id: 51, text: 'Anybody?' })
  await group.hear({ message: group.message({ message_id: 52, new_chat_title: 'x' }) })
  expect(group.queued()).toEqual([])
  expect(group.posts()).toHaveLength(1)
  expect(group.posts()[0]).toMatchObject({
    chat: { id: groupId },
    content: { thread, replyTo: 50, html: expect.stringContaining('Only people on the team') },
  })
  await group.press('claim:x')
  expect(group.toasts()[0]).toContain('Only people on the team')
})

it('refuses each message of a member who was removed', async () => {
  const group = await begin({}, 'removed')
  await group.write({ text: 'Hi' })
  await group.write({ message_id: 51, text: 'Hello?' })
  expect(group.queued()).toEqual([])
  expect(group.posts().map(({ content }) => content.replyTo)).toEqual([50, 51])
  expect(String(group.posts()[0]?.content.html)).toContain('not on the team any more')
})

it('refuses what an administrator writes anonymously, and says how to write it', async () => {
  const group = await begin()
  await group.anonymously({ text: 'We open at nine.' })
  expect(group.queued()).toEqual([])
  expect(group.posts()).toHaveLength(1)
  expect(String(group.posts()[0]?.content.html)).toContain('Remain anonymous')
})

it('says so too where somebody who is not heard any more changes what he had said', async () => {
  const group = await begin({}, 'removed')
  await group.edit({ text: 'We open at ten.' })
  await group.edit({ text: 'We open at eleven.' })
  expect(group.queued()).toEqual([])
  expect(group.posts().map(({ content }) => content.replyTo)).toEqual([50])
  await group.close()
  const hidden = await begin()
  await hidden.hear({
    edited_message: hidden.message({
      from: { id: 1087968824, is_bot: true, first_name: 'Group', username: 'GroupAnonymousBot' },
      sender_chat: { id: Number(groupId), type: 'supergroup', title: 'Team' },
      edit_date: 1_795_000_100,
      text: 'We open at ten.',
    }),
  })
  expect(hidden.queued()).toEqual([])
  expect(String(hidden.posts()[0]?.content.html)).toContain('Remain anonymous')
})

it('puts a lead away when its topic is closed, and takes it up when that is opened', async () => {
  const group = await begin({ setLeadHandled: () => undefined, changeLeadStatus: () => undefined })
  await group.write({ forum_topic_closed: {} })
  await group.write({ message_id: 51, forum_topic_reopened: {} })
  group.answers.findLead = () => makeLead({ closedAt: new Date(), status: 'lost' })
  await group.write({ message_id: 52, forum_topic_reopened: {} })
  expect(group.done().map(({ name, input }) => [name, input])).toEqual([
    ['setLeadHandled', { leadId, handled: true, seen: { chatId: groupId, before: 50 } }],
    ['setLeadHandled', { leadId, handled: false }],
    ['changeLeadStatus', { leadId, status: 'follow_up' }],
    ['setLeadHandled', { leadId, handled: false }],
  ])
})

it('notices that it was removed, lost a right or got it back, and that the group moved', async () => {
  const group = await begin({
    breakTeamDesk: () => undefined,
    mendTeamDesk: () => undefined,
    moveTeamDesk: () => undefined,
  })
  const become = (now: object) =>
    group.hear({
      my_chat_member: {
        ...group.message({}),
        old_chat_member: { status: 'administrator', user: bot },
        new_chat_member: { user: bot, ...now },
      },
    })
  const rights = { can_manage_topics: true, can_pin_messages: true, can_delete_messages: true }
  await become({ status: 'kicked', until_date: 0 })
  await become({ status: 'administrator', ...rights, can_pin_messages: false })
  await become({ status: 'administrator', ...rights })
  await group.write({ migrate_to_chat_id: -1009 })
  expect(group.done().map(({ name, input, actor }) => [name, input, actor.organizationId])).toEqual([
    ['breakTeamDesk', { chatId: groupId, reason: 'removed' }, organizationId],
    ['breakTeamDesk', { chatId: groupId, reason: 'no-rights' }, organizationId],
    ['mendTeamDesk', { chatId: groupId }, organizationId],
    ['moveTeamDesk', { chatId: groupId, newChatId: '-1009' }, organizationId],
  ])
})

it('lets the first who taps claim from the lobby; the claim card changes for all', async () => {
  const claims: unknown[] = []
  const group = await begin({
    claimLead: (input: never) => void claims.push(input),
    readTeamDesk: () => ({
      chatId: groupId,
      title: 'T',
      plane: 'group',
      state: 'active',
      version: 1,
      language: 'fr',
    }),
    listNewestPosts: ({ keyPrefix }: { keyPrefix: string }) =>
      keyPrefix.startsWith('lobby:') ? [{ chatId: groupId, key: keyPrefix }] : [],
    findLead: () => makeLead({ owner: { id: messageId, name: 'Amina' } }),
  })
  await group.press(`claim:${Buffer.from(leadId.replaceAll('-', ''), 'hex').toString('base64url')}`, 1)
  expect(claims).toEqual([{ leadId }])
  expect(group.posts()).toHaveLength(1)
  expect(group.posts()[0]).toMatchObject({ chat: { id: groupId }, targetKey: `lobby:${leadId}` })
  // In the language of the organization, whoever pressed.
  expect(String(group.posts()[0]?.content.html)).toContain('Prise par')
})

it('answers a command that is about no lead privately, and one about the topic’s lead there', async () => {
  const group = await begin({ listInbox: () => ({ leads: [], total: 0 }) })
  const command = (part: object) => ({ entities: [{ type: 'bot_command', offset: 0, length: 6 }], ...part })
  await group.talk(command({ text: '/inbox' }))
  await group.write(command({ message_id: 51, text: '/inbox' }))
  await group.write(command({ message_id: 52, text: '/note' }))
  expect(group.posts().map(({ chat, topicKey: topic }) => [chat.id, topic])).toEqual([
    ['702', undefined],
    ['702', undefined],
    [groupId, topicKey],
  ])
})

it('has nothing to say in any other group', async () => {
  const group = await begin({ findTeamDesk: () => null })
  await group.write({ text: 'Hello' })
  await group.anonymously({ text: 'Hello' })
  await group.press('claim:x')
  expect(group.posts()).toEqual([])
  expect(group.toasts()[0]).toContain('private chat')
})
