import { expect, test } from 'vitest'
import type { NewPost } from '#core/posts/post.ts'
import { createFakeDesk } from '../testing/fake-desk.ts'
import { leadId, makeMember } from '../testing/make-lead.ts'
import { openListener } from '../testing/open-listener.ts'

const reminderId = '01a2b3c4-0000-7000-8000-0000000000e1'
const owner = makeMember('01', { role: 'owner', language: 'fr' })
const karim = makeMember('02')

function open(team = [owner, karim], digest: unknown = null) {
  const fake = createFakeDesk({
    listMembers: () => team,
    readReminder: () => ({
      id: reminderId,
      lead: { id: leadId, number: 12, name: '<i>Maria</i>', ownerId: null },
      for: { id: karim.id, name: 'Karim', isActive: true, unreachable: false },
      by: { id: owner.id, name: 'Ana' },
      text: 'call & ask',
      dueAt: new Date('2026-11-27T10:00:00Z'),
      repeat: 'none',
      firedAt: new Date('2026-11-27T10:00:00Z'),
      doneAt: null,
      cancelledAt: null,
      version: 1,
      timeZone: 'UTC',
    }),
    announceReminder: () => true,
    readDigest: () => digest,
  })
  const { hear } = openListener(fake)
  const announced = () =>
    fake
      .done()
      .filter(({ name }) => name === 'announceReminder')
      .flatMap(({ input }) => (input as { posts: NewPost[] }).posts)
  return { ...fake, hear, announced }
}

const due = { reminderId, leadId, memberId: karim.id, version: 1 }

test('a reminder comes to its member with its lead, its words, who wanted it, and what can be done', async () => {
  const desk = open()
  await desk.hear('reminder.due', due)
  const [post, ...others] = desk.announced()
  expect(others).toEqual([])
  expect(post).toMatchObject({ chat: { id: '702' }, key: `reminder:${reminderId}:1`, leadId })
  const html = String(post?.content.html).replace(/[\u2066-\u2069]/g, '')
  expect(html).toContain('&lt;i&gt;Maria&lt;/i&gt;')
  expect(html).toContain('call &amp; ask')
  expect(html).toContain('From Ana')
  const buttons = (post?.content.buttons ?? []) as { data: string }[][]
  const verbs = buttons.flat().map(({ data }) => data.split(':')[0])
  expect(verbs).toEqual(['reminder-done', 'reminder-later', 'reminder-later', 'open'])
})

test('where its member has left it comes to those who lead, in their language', async () => {
  const desk = open([owner])
  await desk.hear('reminder.due', due)
  expect(desk.announced().map(({ chat }) => chat.id)).toEqual(['701'])
  expect(String(desk.announced()[0]?.content.html)).toContain('Rappel')
})

const nothing = {
  waiting: { total: 0, longest: [] },
  reminders: [],
  day: null,
  timeZone: 'UTC',
  isEmpty: true,
}
const told = { memberId: karim.id, kind: 'morning', day: '2026-11-27' }

test('a digest is not sent when there is nothing to say, when it is not for him, or when he has left', async () => {
  for (const desk of [open([owner, karim], nothing), open([owner, karim], null), open([owner], nothing)]) {
    await desk.hear('digest.due', told)
    expect(desk.posts()).toEqual([])
  }
})

test('a digest is one post for its day, however often it is heard of', async () => {
  const longest = [{ id: leadId, number: 12, name: 'Maria & Co', since: new Date(Date.now() - 7_200_000) }]
  const desk = open([owner, karim], { ...nothing, waiting: { total: 3, longest }, isEmpty: false })
  await desk.hear('digest.due', told)
  await desk.hear('digest.due', told)
  expect(desk.posts()).toMatchObject([
    { chat: { id: '702' }, key: 'digest:morning:2026-11-27', subjects: [leadId] },
  ])
  const html = String(desk.posts()[0]?.content.html).replace(/[\u2066-\u2069\u200e]/g, '')
  expect(html).toContain('3 of your leads wait')
  expect(html).toContain('Maria &amp; Co')
})
