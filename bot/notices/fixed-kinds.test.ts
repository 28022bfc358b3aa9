import { expect, test } from 'vitest'
import { noticePresets, usualChoice } from '#core/notices/notice-choice.ts'
import { createFakeDesk } from '../testing/fake-desk.ts'
import { leadId, makeLead, makeMember, messageId } from '../testing/make-lead.ts'
import { makeMessage } from '../testing/make-message.ts'
import { openListener } from '../testing/open-listener.ts'

const boss = makeMember('01', { role: 'owner' })
const amina = makeMember('02')
const owner = { id: amina.id, name: amina.name }
const said = makeMessage({ body: 'And?', sentAt: new Date(1) })

/** A team of which everybody wants to be told as little as possible; `quiet`: in whose quiet hours it is. */
function open(quiet: (typeof amina)[], answers: Parameters<typeof createFakeDesk>[0] = {}) {
  const choice = { ...usualChoice, manners: noticePresets.mentions, urgent: [] }
  const fake = createFakeDesk({
    findLead: () => makeLead({ owner }),
    listMembers: () => [boss, amina],
    listNewestPosts: () => [],
    findWaysToAnswer: () => ({ conversations: [], openings: [] }),
    findChannel: () => ({ network: 'whatsapp', name: 'Shop' }),
    readNoticeStates: () => ({
      members: [boss, amina].map((member) => ({
        memberId: member.id,
        choice,
        isQuiet: quiet.includes(member),
      })),
      rung: ['701', '702'],
    }),
    readMessage: () => said,
    ...answers,
  })
  const listener = openListener(fake)
  /** What the event makes newly shown, each with whether it rings. */
  const hear = async (type: string, data: object) => {
    const known = fake.posts().length
    await listener.hear(type, data, type)
    return fake
      .posts()
      .slice(known)
      .filter(({ key, content }) => content.method === 'send' && !key.startsWith('card:'))
      .map(
        ({ chat, key, content }) => `${chat.id} ${key.split(':')[0]} ${content.silent ? 'silent' : 'rings'}`,
      )
  }
  return { ...fake, hear }
}

test('an answer of one’s own that failed always tells, also in a burst, and silently in quiet hours', async () => {
  const failed = {
    readMessage: () =>
      makeMessage({
        direction: 'outbound',
        status: 'failed',
        authorId: amina.id,
        origin: { account: '1', chat: '702', message: 5 },
      }),
  }
  const data = { leadId, messageId, status: 'failed', failure: { code: '1', title: 'x' } }
  expect(await open([], failed).hear('message.delivery-changed', data)).toEqual(['702 delivery rings'])
  expect(await open([amina], failed).hear('message.delivery-changed', data)).toEqual(['702 delivery silent'])
})

test('what only adds to what was told never rings', async () => {
  const { hear } = open([])
  expect(await hear('message.changed', { leadId, messageId, change: 'edited' })).toEqual(['702 edit silent'])
  expect(await hear('message.changed', { leadId, messageId, change: 'revoked' })).toEqual([
    '702 revoked silent',
  ])
  expect(await hear('contact.merged', { leadId, mergeId: messageId, byId: boss.id })).toEqual([
    '702 merged silent',
  ])
  const state = { leadId, contactId: messageId, channelAccountId: messageId, state: 'blocked' }
  expect(await hear('contact.reachability-changed', state)).toEqual(['702 reach silent'])
})

test('a channel in danger rings at any hour, and all clear comes silently', async () => {
  const { hear } = open([boss])
  const channel = { channelAccountId: messageId, code: 'x', title: 'x' }
  const failure = { code: '190', title: 'x' }
  expect(await hear('channel.stopped', { ...channel, failure })).toEqual(['701 stopped rings'])
  expect(await hear('channel.endangered', channel)).toEqual(['701 endangered rings'])
  expect(await hear('channel.resumed', channel)).toEqual(['701 resumed silent'])
  expect(await hear('channel.relieved', channel)).toEqual(['701 relieved silent'])
})

test('what is about oneself rings, and silently in quiet hours', async () => {
  const data = { memberId: amina.id, byId: boss.id }
  expect(await open([]).hear('member.role-changed', data)).toEqual(['702 role rings'])
  expect(await open([amina]).hear('member.role-changed', data)).toEqual(['702 role silent'])
})

test('that nobody answers a customer is told to those who lead, and only that', async () => {
  const free = { findLead: () => makeLead(), keepNotices: () => undefined }
  const data = { leadId, previousOwnerId: amina.id, byId: null, reason: 'absence' }
  const escalated = open([], free)
  expect(await escalated.hear('lead.released', { ...data, unanswered: 3 })).toEqual([
    '702 lost silent',
    '701 unanswered rings',
  ])
  const html = String(escalated.posts().at(-1)?.content.html).replace(/[\u2066-\u2069]/g, '')
  expect(html).toContain('3 people in a row have not answered the customer of #12 (Maria)')
  const usual = await open([], free).hear('lead.released', data)
  expect(usual.join()).not.toContain('unanswered')
  const taken = open([], { ...free, findLead: () => makeLead({ owner }) })
  const shown = await taken.hear('lead.released', { ...data, unanswered: 3 })
  expect(shown.join(), 'somebody has taken it meanwhile').not.toContain('unanswered')
})
