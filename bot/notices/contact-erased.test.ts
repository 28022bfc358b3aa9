import { join } from 'node:path'
import { pino } from 'pino'
import { describe, expect, it } from 'vitest'
import type { DomainEvent } from '#core/events.ts'
import { loadWords } from '#core/i18n.ts'
import { createGate } from '../posts/create-gate.ts'
import { createFakeDesk } from '../testing/fake-desk.ts'
import { leadId, makeLead, makeMember, messageId, organizationId } from '../testing/make-lead.ts'
import { createSubscribers } from './create-subscribers.ts'

const words = loadWords(join(import.meta.dirname, '../../locales'))
const secret = 'Xenophon wants a refund'
const owner = makeMember('02')
const boss = makeMember('01', { role: 'owner' })

interface Row {
  chatId: string
  key: string
  targetKey?: string
  content: Record<string, unknown>
}

/** A desk that keeps these posts, and what is done to them when the person is erased. */
async function erase(rows: Row[], times = 1) {
  const kept = rows.map((row, index) => ({
    id: String(index + 1),
    targetKey: null,
    state: 'sent',
    waits: false,
    isNamed: true,
    ...row,
  }))
  const contact = { ...makeLead().contact, name: null, phone: null, erasedAt: new Date() }
  const fake = createFakeDesk({
    findLead: () =>
      makeLead({ contact, owner: { id: owner.id, name: owner.name }, closedAt: new Date(), status: 'lost' }),
    listMembers: () => [boss, owner],
    listNewestPosts: ({ keyPrefix }: { keyPrefix: string }) =>
      kept.filter(({ key }) => key.startsWith(keyPrefix)).map(({ chatId, key }) => ({ chatId, key })),
    listPostsOfLead: ({ after, limit }: { after: string; limit: number }) =>
      kept.filter(({ id }) => Number(id) > Number(after)).slice(0, limit),
    rewritePosts: ({ posts }: { posts: { id: string; content: Record<string, unknown> }[] }) => {
      for (const { id, content } of posts) {
        const row = kept.find((one) => one.id === id)
        if (row) row.content = content
      }
    },
  })
  const [subscriber] = createSubscribers({
    desk: fake.desk,
    words,
    log: pino({ enabled: false }),
    files: { open: () => Promise.reject(new Error('nothing is read')), link: () => '' },
    publicUrl: () => '',
    seen: createGate(0),
  })
  const data = { contactId: messageId, leadId, byId: boss.id }
  const event = { id: 'e1', organizationId, type: 'contact.erased', data, occurredAt: new Date() }
  for (let time = 0; time < times; time += 1) await subscriber?.handle(event as unknown as DomainEvent)
  return { kept, posts: fake.posts() }
}
const send = (more: object = {}) => ({ method: 'send', html: secret, ...more })
const file = { attachmentId: messageId, manner: 'photo', fileName: `${secret}.png`, caption: secret }
const text = (post: { content: Record<string, unknown> } | undefined) => String(post?.content.html)

describe('an erased person', () => {
  const rows: Row[] = [
    { chatId: '702', key: `card:${leadId}`, content: send() },
    { chatId: '702', key: `card:${leadId}:77`, content: send() },
    { chatId: '702', key: 'change:e0', targetKey: `card:${leadId}`, content: send({ method: 'edit' }) },
    { chatId: '702', key: `message:${messageId}`, content: send({ messageId }) },
    { chatId: '709', key: `message:${messageId}`, content: send({ messageId }) },
    {
      chatId: '702',
      key: 'refused:5',
      content: send({ draft: { body: secret }, dialogue: { said: secret }, purpose: 'note', ask: secret }),
    },
    { chatId: '702', key: 'found:5', content: send() },
    { chatId: '702', key: 'digest:morning:2026-11-26', content: send() },
    { chatId: '702', key: 'photo', content: { method: 'file', ...file } },
    { chatId: '702', key: 'photos', content: { method: 'album', items: [file, file] } },
    {
      chatId: '-100',
      key: `topic:${leadId}`,
      content: { method: 'topic', name: secret, color: 7322096, closed: false },
    },
    { chatId: '702', key: 'tick', content: { method: 'react', emoji: '👌', message: 5 } },
  ]

  it('leaves no word in what is kept of posts, nor in what is said of it', async () => {
    const { kept, posts } = await erase(rows)
    expect(JSON.stringify([kept, posts])).not.toMatch(/Xenophon|refund/)
  })

  it('is taken out of every chat: cards, messages, pages of several leads, files one by one', async () => {
    const { posts } = await erase(rows)
    const of = (target: string, chat = '702') =>
      posts.filter((post) => post.chat.id === chat && post.targetKey === target)
    expect(text(of(`card:${leadId}`)[0])).toContain('was erased: nothing is kept')
    expect(text(of(`card:${leadId}:77`)[0])).toContain('was erased: nothing is kept')
    expect(text(of(`message:${messageId}`)[0])).toMatch(/#12[\s\S]*erased for good/)
    expect(text(of(`message:${messageId}`, '709')[0]), 'of who has left').toContain('🔒')
    expect(text(of('found:5')[0])).toContain('Search again')
    expect(text(of('digest:morning:2026-11-26')[0])).not.toContain('#12')
    expect(of('photo').map(({ content }) => content.method)).toEqual(['delete'])
    expect(of('photos').map(({ content }) => content.part)).toEqual([0, 1])
  })

  it('is named no more by the topic, whatever is kept of its name by then', async () => {
    const { posts } = await erase(rows)
    const named = posts.findLast(
      ({ chat, targetKey }) => chat.id === '-100' && targetKey === `topic:${leadId}`,
    )
    expect(named).toMatchObject({ mergeKey: `name:${leadId}`, content: { method: 'topic', renamed: true } })
    expect(named?.content.name).toContain('#12')
  })

  it('has nothing left below a card but its history', async () => {
    const { posts } = await erase(rows)
    const card = posts.find(({ targetKey }) => targetKey === `card:${leadId}`)
    expect(card?.content.buttons).toEqual([
      [{ text: expect.any(String), data: expect.stringMatching(/^history:/) }],
    ])
  })

  it('is told to whoever had the lead, once, and that stays', async () => {
    const { posts } = await erase(rows, 2)
    const told = posts.filter(({ key }) => key.startsWith('contact-erased:'))
    expect(told.map(({ chat }) => chat.id)).toEqual(['702'])
    expect(text(told[0])).toContain('Agent 01')
    const again = await erase([
      ...rows,
      { chatId: '702', key: 'contact-erased:e1', content: send({ html: 'Agent 01 has erased' }) },
    ])
    expect(again.posts.some(({ targetKey }) => targetKey === 'contact-erased:e1')).toBe(false)
  })
})
