import { join } from 'node:path'
import { pino } from 'pino'
import { describe, expect, it } from 'vitest'
import { DeskError } from '#core/errors.ts'
import type { DomainEvent } from '#core/events.ts'
import { loadWords } from '#core/i18n.ts'
import { createFakeDesk } from '../testing/fake-desk.ts'
import { leadId, makeLead, makeMember, messageId, organizationId } from '../testing/make-lead.ts'
import { createSubscribers } from './create-subscribers.ts'

const words = loadWords(join(import.meta.dirname, '../../locales'))
const boss = makeMember('01', { role: 'owner' })
const amina = makeMember('02')
const ben = makeMember('03', { language: 'fr' })
const viewer = makeMember('04', { role: 'viewer' })
const blocked = makeMember('05', { unreachable: true })
const team = [boss, amina, ben, viewer, blocked]
const owned = (member: typeof amina) => makeLead({ owner: { id: member.id, name: member.name } })

const makeMessage = (changes: object = {}) => ({
  id: messageId,
  leadId,
  direction: 'inbound',
  kind: 'text',
  body: 'Are you open?',
  data: {},
  status: 'received',
  failure: null,
  authorId: null,
  origin: null,
  sentAt: new Date(),
  attachments: [],
  answered: null,
  ...changes,
})

function open(answers: Record<string, (input: never) => unknown> = {}) {
  const fake = createFakeDesk({
    findLead: () => makeLead(),
    listMembers: () => team,
    listNewestPosts: () => [],
    readMessage: () => makeMessage(),
    ...answers,
  })
  const [subscriber] = createSubscribers({ desk: fake.desk, words, log: pino({ enabled: false }) })
  const tell = async (type: string, data: object, id = 'e1') => {
    const event = { id, organizationId, type, data, occurredAt: new Date() } as unknown as DomainEvent
    await subscriber?.handle(event)
    await subscriber?.handle(event)
  }
  const shown = () => fake.posts().map(({ chat, key }) => `${chat.id} ${key}`)
  return { ...fake, tell, shown }
}
const received = { leadId, messageId, conversationId: messageId }

describe('what staff are told', () => {
  it('a new lead is a card for all who work leads and can be reached, once, each in his language', async () => {
    const { tell, shown, posts } = open()
    await tell('message.received', { ...received, opensLead: true })
    expect(shown()).toEqual([`701 card:${leadId}`, `702 card:${leadId}`, `703 card:${leadId}`])
    expect(posts()[2]?.content.html).toContain('Personne n’a encore pris cette piste')
  })

  it('a later message goes to the owner alone, below the newest card', async () => {
    const { tell, posts } = open({
      findLead: () => owned(amina),
      listNewestPosts: () => [{ chatId: '702', key: `card:${leadId}:99` }],
    })
    await tell('message.received', { ...received, opensLead: false })
    expect(posts()).toHaveLength(1)
    expect(posts()[0]).toMatchObject({
      key: 'message:e1',
      replyToKey: `card:${leadId}:99`,
      leadId,
      urgency: 1,
    })
    expect(posts()[0]?.content).toMatchObject({ messageId })
    expect(posts()[0]?.content.html).toContain('Are you open?')
  })

  it('a chat without the card gets it first', async () => {
    const { tell, shown } = open({ findLead: () => owned(amina) })
    await tell('message.received', { ...received, opensLead: false })
    expect(shown()).toEqual([`702 card:${leadId}`, '702 message:e1'])
  })

  it('owners and admins stand in for an owner who cannot be reached or has left', async () => {
    for (const owner of [blocked, makeMember('99')]) {
      const { tell, shown } = open({ findLead: () => owned(owner) })
      await tell('message.received', { ...received, opensLead: false })
      expect(shown()).toEqual([`701 card:${leadId}`, '701 message:e1'])
    }
  })

  it('every copy of a card changes, also those of viewers, and changes fold', async () => {
    const { tell, posts } = open({
      findLead: () => owned(amina),
      listNewestPosts: () => [
        { chatId: '702', key: `card:${leadId}` },
        { chatId: '704', key: `card:${leadId}:5` },
      ],
    })
    await tell('lead.claimed', { leadId, ownerId: amina.id, previousOwnerId: null })
    expect(
      posts().map(({ chat, targetKey, mergeKey, urgency }) => ({ chat, targetKey, mergeKey, urgency })),
    ).toEqual([
      {
        chat: { id: '702', kind: 'private' },
        targetKey: `card:${leadId}`,
        mergeKey: `change:card:${leadId}`,
        urgency: 2,
      },
      {
        chat: { id: '704', kind: 'private' },
        targetKey: `card:${leadId}:5`,
        mergeKey: `change:card:${leadId}:5`,
        urgency: 2,
      },
    ])
  })

  it('a released lead is announced to the others, unless somebody has it again', async () => {
    const { tell, shown, answers } = open()
    answers.findLead = () => owned(ben)
    await tell('lead.released', { leadId, previousOwnerId: amina.id, byId: amina.id })
    expect(shown()).toEqual([])
    answers.findLead = () => makeLead()
    await tell('lead.released', { leadId, previousOwnerId: amina.id, byId: amina.id })
    expect(shown().filter((key) => key.includes('released'))).toEqual(['701 released:e1', '703 released:e1'])
  })

  it('the owner sees what somebody else answered, and not his own answers', async () => {
    const { tell, posts } = open({ findLead: () => owned(amina) })
    await tell('message.queued', { leadId, messageId, authorId: amina.id }, 'own')
    expect(posts()).toEqual([])
    await tell('message.queued', { leadId, messageId, authorId: ben.id }, 'other')
    expect(posts().at(-1)?.content.html).toMatch(/Agent 03.* answered .*#12/)
  })

  it('the owner reads a note that somebody else wrote', async () => {
    const { tell, posts } = open({ findLead: () => owned(amina), readNote: () => ({ body: 'call <back>' }) })
    await tell('note.added', { leadId, noteId: messageId, authorId: ben.id })
    expect(posts().at(-1)?.content.html).toContain('call &lt;back&gt;')
  })

  it('who invited somebody learns that he came', async () => {
    const { tell, posts } = open()
    await tell('member.joined', { memberId: ben.id, invitedBy: boss.id })
    expect(posts().map(({ chat }) => chat.id)).toEqual(['701'])
  })

  it('owners and admins learn why a channel stopped, what to do, and that it sends again', async () => {
    const { tell, posts } = open({ findChannel: () => ({ network: 'whatsapp', name: 'Shop' }) })
    const failure = { code: '190', title: 'Access token expired' }
    await tell('channel.stopped', { channelAccountId: leadId, failure })
    await tell('channel.resumed', { channelAccountId: leadId })
    expect(posts().map(({ chat, key }) => `${chat.id} ${key}`)).toEqual(['701 stopped:e1', '701 resumed:e1'])
    expect(posts()[0]?.content.html).toMatch(/must renew the access token[\s\S]*190[\s\S]*press the button/)
  })

  it('what is gone by now is not told and not tried again', async () => {
    const gone = () => {
      throw new DeskError('not-found', 'lead-not-found')
    }
    const { tell, posts } = open({ findLead: gone })
    await tell('lead.claimed', { leadId, ownerId: amina.id, previousOwnerId: null })
    expect(posts()).toEqual([])
  })
})

describe('signs on a member’s own message', () => {
  const origin = { account: '4200', chat: '702', message: 55 }
  const changed = { leadId, messageId, status: 'sent' }

  it.each([
    ['sent', '👌'],
    ['delivered', '👀'],
    ['read', '👀'],
  ])('%s is %s, free and replaceable', async (status, emoji) => {
    const { tell, posts } = open({ readMessage: () => makeMessage({ status, origin }) })
    await tell('message.delivery-changed', changed)
    expect(posts()).toEqual([
      {
        chat: { id: '702', kind: 'private' },
        key: `tick:${messageId}:${emoji}`,
        mergeKey: `tick:${messageId}`,
        urgency: 3,
        counted: false,
        content: { method: 'react', emoji, message: 55 },
      },
    ])
  })

  it('never go back: a late “sent” shows where the message is now', async () => {
    const { tell, posts } = open({ readMessage: () => makeMessage({ status: 'read', origin }) })
    await tell('message.delivery-changed', { ...changed, status: 'sent' })
    expect(posts()[0]?.content).toMatchObject({ emoji: '👀' })
  })

  it('a failure is a sentence below the message, with the reason, the code and what to do', async () => {
    const failure = { code: '131047', title: 'Re-engagement message' }
    const message = makeMessage({ status: 'failed', origin, authorId: amina.id, failure })
    const { tell, posts } = open({ readMessage: () => message })
    await tell('message.delivery-changed', { ...changed, status: 'failed', failure })
    expect(posts()).toHaveLength(1)
    expect(posts()[0]?.content).toMatchObject({ replyTo: 55 })
    expect(posts()[0]?.content.html).toMatch(/was not delivered[\s\S]*reply window has closed[\s\S]*131047/)
  })

  it('nobody knowing is said too, to others when the author has left', async () => {
    const message = makeMessage({ status: 'unconfirmed', origin, authorId: 'gone' })
    const { tell, shown, posts } = open({ readMessage: () => message, findLead: () => owned(amina) })
    await tell('message.delivery-changed', { ...changed, status: 'unconfirmed' })
    expect(shown()).toEqual([`702 card:${leadId}`, `702 delivery:${messageId}:unconfirmed`])
    expect(posts()[1]?.content.html).toContain('not sent again by itself')
  })
})
