import { expect, test } from 'vitest'
import { noticePresets, usualChoice } from '#core/notices/notice-choice.ts'
import { createFakeDesk } from '../testing/fake-desk.ts'
import { leadId, makeLead, makeMember } from '../testing/make-lead.ts'
import { openListener } from '../testing/open-listener.ts'

const amina = makeMember('02', { name: 'Amina Said' })
const karim = makeMember('03', { name: 'Karim', username: 'karim_h' })
const zoe = makeMember('04', { name: 'Zoé' })

type Choice = Partial<typeof usualChoice>
const stateOf = (member: typeof amina, choice: Choice = {}, isQuiet = false) => ({
  memberId: member.id,
  choice: { ...usualChoice, ...choice },
  isQuiet,
})

function open(answers: Parameters<typeof createFakeDesk>[0]) {
  const fake = createFakeDesk({
    findLead: () => makeLead(),
    listMembers: () => [amina, karim, zoe],
    listNewestPosts: () => [],
    readMessage: () => ({
      ...makeLead().firstMessage,
      id: leadId,
      direction: 'inbound',
      albumId: null,
      answered: null,
    }),
    ...answers,
  })
  const listener = openListener(fake)
  const hear = (type: string, data: object) => listener.hear(type, data, 'e')
  const sounds = () =>
    fake.posts().map(({ chat, key, content }) => `${chat.id} ${key.split(':')[0]} ${content.silent}`)
  return { ...fake, hear, sounds }
}
const received = { leadId, messageId: leadId, conversationId: leadId, opensLead: true }

test('a new lead rings, is silent, or is kept, as each has chosen', async () => {
  const members = [
    stateOf(amina),
    stateOf(karim, {}, true),
    stateOf(zoe, { manners: noticePresets.mentions }),
  ]
  const desk = open({ readNoticeStates: () => ({ members, rung: [] }) })
  await desk.hear('message.received', received)
  expect(desk.sounds()).toEqual(['702 card false', '703 card true'])
  expect(desk.done()).toMatchObject([
    {
      name: 'keepNotices',
      input: { eventId: 'e', members: [{ memberId: zoe.id, kind: 'new', leftOut: false }] },
    },
  ])
})

test('a card and the message below it make one sound, and the next message of a burst none', async () => {
  const owner = { id: amina.id, name: amina.name }
  let rung: string[] = []
  const desk = open({
    findLead: () => makeLead({ owner }),
    readMessage: () => ({
      id: leadId,
      direction: 'inbound',
      kind: 'text',
      body: 'And?',
      data: {},
      sentAt: new Date(),
      albumId: null,
      answered: null,
      attachments: [],
    }),
    readNoticeStates: () => ({ members: [stateOf(amina, { manners: noticePresets.mine })], rung }),
  })
  await desk.hear('message.received', { ...received, opensLead: false })
  expect(desk.sounds()).toEqual(['702 card true', '702 message false'])
  rung = ['702']
  const again = open({ ...desk.answers })
  await again.hear('message.received', { ...received, opensLead: false })
  expect(again.sounds().at(-1)).toBe('702 message true')
})

test('a note tells those whom it names, once, with its words, and not its author', async () => {
  const desk = open({
    readNote: () => ({ body: 'zoe <b>and</b> @karim_h: call her. @nobody, Amina', chat: null }),
    readNoticeStates: () => ({ members: [stateOf(karim, {}, true), stateOf(zoe)], rung: ['704'] }),
  })
  await desk.hear('note.added', { leadId, noteId: leadId, authorId: amina.id })
  expect(desk.sounds()).toEqual(['703 card true', '703 mention false', '704 card true', '704 mention false'])
  expect(desk.posts()[1]?.content.html).toContain('zoe &lt;b&gt;and')
})

test('whoever has left news out gets it when the lead becomes his, without a sound', async () => {
  const owner = { id: zoe.id, name: 'Zoé' }
  const states = { members: [stateOf(zoe, { manners: noticePresets.mine })], rung: [] }
  const desk = open({
    findLead: () => makeLead({ owner }),
    readNoticeStates: () => states,
    listInboundMessages: () => [leadId],
    readMessage: () => ({
      id: leadId,
      direction: 'inbound',
      kind: 'text',
      body: 'Hi',
      data: {},
      sentAt: new Date(),
      albumId: null,
      answered: null,
      attachments: [],
    }),
  })
  await desk.hear('lead.claimed', { leadId, ownerId: zoe.id, previousOwnerId: null })
  expect(desk.sounds()).toEqual(['704 card true', '704 message true'])
})
