import { expect, it } from 'vitest'
import { DeskError } from '#core/errors.ts'
import { createFakeDesk } from '../testing/fake-desk.ts'
import { leadId, makeLead, makeMember, messageId } from '../testing/make-lead.ts'
import { openListener } from '../testing/open-listener.ts'

const boss = makeMember('01', { role: 'owner' })
const amina = makeMember('02')
const ben = makeMember('03', { language: 'fr' })
const own = makeMember('04', { sees: { ownerIds: [], unclaimed: false, closed: true } })
const gone = makeMember('05').id

function open(answers: Record<string, (input: never) => unknown> = {}) {
  const fake = createFakeDesk({
    findLead: () => makeLead({ owner: { id: amina.id, name: amina.name } }),
    listMembers: () => [boss, amina, ben, own],
    listNewestPosts: () => [],
    readTeamDesk: () => null,
    ...answers,
  })
  const { tell } = openListener(fake)
  return { ...fake, tell, shown: () => fake.posts().map(({ chat, key }) => `${chat.id} ${key}`) }
}
const plain = (html: unknown) => String(html).replace(/[\u2066-\u2069\u200e]/g, '')
const given = { leadId, ownerId: amina.id, previousOwnerId: gone, byId: boss.id, reason: 'hand' }
const removed = {
  memberId: gone,
  byId: boss.id,
  successorId: amina.id,
  leads: 12,
  leadIds: [leadId, messageId],
}

it('of many leads that somebody is given at once none is told alone, and a few are', async () => {
  const { tell, shown } = open()
  await tell('lead.assigned', { ...given, together: 12 })
  expect(shown()).toEqual([])
  await tell('lead.assigned', { ...given, together: 3 }, 'e2')
  expect(shown()).toEqual([`702 card:${leadId}`, '702 assigned:e2'])
})

it('of many that come one after the other a few are told alone, and one message that waits for more has the rest', async () => {
  const stream = (place: number, count: number) => ({ place, count })
  const absent = { ...given, previousOwnerId: ben.id, byId: null, reason: 'absence' }
  const leadIds = [leadId, messageId]
  const burst = (place: number, count: number) => ({
    readBurst: () => ({
      to: { ...stream(place, count), leadIds },
      from: stream(place, count),
      free: stream(1, 1),
    }),
  })
  const few = open(burst(3, 3))
  await few.tell('lead.assigned', absent)
  expect(few.shown()).toEqual([
    `702 card:${leadId}`,
    '702 assigned:e1',
    `703 card:${leadId}`,
    '703 assigned-away:e1',
  ])
  const many = open(burst(4, 9))
  await many.tell('lead.assigned', absent)
  expect(many.shown()).toEqual(['702 given:e1', '703 taken:e1'])
  expect(many.posts()).toMatchObject([
    { mergeKey: 'given:burst', delayMs: 5_000, content: { buttons: { length: 3 } } },
    { mergeKey: 'taken:burst', delayMs: 5_000 },
  ])
  const [got, lost] = many.posts().map(({ content }) => plain(content.html))
  expect(got).toContain('9 leads came to you within a minute')
  expect(got).toContain('<b>Maria</b> · #12')
  expect(got).toContain('and 7 more in /inbox')
  expect(lost).toContain('9 de vos pistes')
})

it('of many that are taken from somebody at once he is told in one message', async () => {
  const { tell, shown, posts } = open()
  await tell('lead.assigned', { ...given, previousOwnerId: ben.id, together: 12 })
  expect(shown()).toEqual(['703 taken:e1'])
  expect(plain(posts()[0]?.content.html)).toContain('12 de vos pistes')
})

it('of many that come free one after the other as well', async () => {
  const free = { leadId, previousOwnerId: ben.id, byId: null, reason: 'absence' }
  const answers = (place: number) => ({
    findLead: () => makeLead(),
    readBurst: () => ({
      to: { place: 1, count: 1, leadIds: [] },
      from: { place, count: 20 },
      free: { place, count: 20 },
    }),
  })
  const few = open(answers(3))
  await few.tell('lead.released', free)
  expect(few.shown()).toContain('702 released:e1')
  expect(few.shown()).toContain('703 lost:e1')
  const many = open(answers(4))
  await many.tell('lead.released', free)
  expect(many.shown()).toEqual(['703 taken:e1', '701 freed:e1', '702 freed:e1'])
  expect(many.posts()[1]).toMatchObject({ mergeKey: 'freed:burst' })
  const inGroup = open({
    ...answers(4),
    readTeamDesk: () => ({ chatId: '-1001', state: 'active', plane: 'group' }),
  })
  await inGroup.tell('lead.released', free)
  expect(inGroup.shown()).toContain('-1001 released:e1')
})

it('one message lists them, with a button for each and one to the inbox', async () => {
  const { tell, shown, posts } = open()
  await tell('member.removed', removed)
  expect(shown()).toEqual(['702 taken-over:e1'])
  const content = posts()[0]?.content
  expect(plain(content?.html)).toContain('Agent 01 handed you 12 leads')
  expect(plain(content?.html)).toContain('<b>Maria</b> · #12')
  expect(plain(content?.html)).toContain('and 10 more in /inbox')
  const data = ((content?.buttons ?? []) as { data: string }[][])
    .flat()
    .map((button) => button.data.split(':')[0])
  expect(data).toEqual(['open', 'open', 'inbox'])
  expect(posts()[0]?.subjects).toEqual([leadId, leadId])
})

it('it lists nothing that is gone or somebody else’s by now', async () => {
  let asked = 0
  const { tell, posts } = open({
    findLead: () => {
      asked += 1
      if (asked % 2 === 1) throw new DeskError('not-found', 'lead-not-found')
      return makeLead({ owner: { id: ben.id, name: ben.name } })
    },
  })
  await tell('member.removed', removed)
  expect(posts()[0]?.content.buttons).toHaveLength(1)
  expect(posts()[0]?.content.html).not.toContain('Maria')
})

it('whoever takes them over himself, and whoever got a few, gets no such list', async () => {
  const { tell, shown } = open()
  await tell('member.removed', { ...removed, byId: amina.id })
  await tell('member.removed', { ...removed, leads: 3 }, 'e2')
  expect(shown()).toEqual([])
})

it('of many leads that come free at once everybody who works such leads is told once', async () => {
  const { tell, shown, posts } = open({ findLead: () => makeLead() })
  await tell('lead.released', { leadId, previousOwnerId: gone, byId: boss.id, together: 12 })
  expect(shown()).toEqual([])
  await tell('member.removed', { ...removed, successorId: null }, 'e2')
  expect(shown()).toEqual(['702 freed:e2', '703 freed:e2'])
  expect(plain(posts()[0]?.content.html)).toContain('12 leads of a colleague are free now')
  await tell('member.role-changed', { memberId: gone, byId: boss.id, leads: 12 }, 'e3')
  expect(shown().slice(2)).toEqual(['702 freed:e3', '703 freed:e3'])
})

it('whoever works leads no more is told of like whoever has left', async () => {
  const { tell, shown } = open()
  await tell('member.role-changed', removed)
  expect(shown()).toEqual(['702 taken-over:e1'])
  await tell('member.role-changed', { memberId: gone, byId: boss.id }, 'e2')
  expect(shown()).toHaveLength(1)
})

it('where the team has a group the claim cards in its lobby tell of them', async () => {
  const { tell, shown } = open({ readTeamDesk: () => ({ chatId: '-1001', state: 'active' }) })
  await tell('member.removed', { ...removed, successorId: null })
  expect(shown()).toEqual([])
})
