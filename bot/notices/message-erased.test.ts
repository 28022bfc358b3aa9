import { join } from 'node:path'
import { pino } from 'pino'
import { describe, expect, it } from 'vitest'
import type { DomainEvent } from '#core/events.ts'
import { loadWords } from '#core/i18n.ts'
import { createGate } from '../posts/create-gate.ts'
import { createFakeDesk } from '../testing/fake-desk.ts'
import { draftId, makeDraft } from '../testing/make-draft.ts'
import { leadId, makeLead, makeMember, messageId, organizationId } from '../testing/make-lead.ts'
import { createSubscribers } from './create-subscribers.ts'

const words = loadWords(join(import.meta.dirname, '../../locales'))
const otherId = '01a2b3c4-0000-7000-8000-00000000000d'
const fileIds = ['1', '2', '3'].map((digit) => `01a2b3c4-0000-7000-8000-0000000000f${digit}`)
const secret = 'the secret words'

const message = {
  id: messageId,
  leadId,
  direction: 'inbound',
  kind: 'text',
  body: null,
  data: {},
  sentAt: makeLead().firstMessage?.sentAt,
  attachments: [],
  answered: null,
  authorId: null,
  albumId: null,
  erasedAt: new Date(),
}
const quoting = {
  ...message,
  id: otherId,
  body: 'As I said',
  erasedAt: null,
  answered: { id: messageId, kind: 'text', body: null, direction: 'inbound' },
}

interface Row {
  chatId: string
  key: string
  targetKey?: string
  isNamed?: boolean
  content: Record<string, unknown>
}

/** A desk that keeps these posts, and what is done to them when the message is erased. */
async function erase(rows: Row[], answers: Record<string, (input: never) => unknown> = {}, times = 1) {
  const kept = rows.map((row, index) => ({
    id: String(index + 1),
    targetKey: null,
    state: 'sent',
    waits: false,
    isNamed: true,
    ...row,
  }))
  const fake = createFakeDesk({
    findLead: () => makeLead({ firstMessage: { ...message, body: null, sentAt: new Date(0) } }),
    listMembers: () => [makeMember('02')],
    listNewestPosts: () => [],
    readMessage: ({ messageId: id }: { messageId: string }) => (id === otherId ? quoting : message),
    readHistory: () => [],
    readDraft: () => makeDraft(),
    listPostsAbout: ({ after, limit }: { after: string; limit: number }) =>
      kept.filter(({ id }) => Number(id) > Number(after)).slice(0, limit),
    rewritePosts: ({ posts }: { posts: { id: string; content: Record<string, unknown> }[] }) => {
      for (const { id, content } of posts) {
        const row = kept.find((one) => one.id === id)
        if (row) row.content = content
      }
    },
    ...answers,
  })
  const [subscriber] = createSubscribers({
    desk: fake.desk,
    words,
    log: pino({ enabled: false }),
    files: { open: () => Promise.reject(new Error('nothing is read')), link: () => '' },
    publicUrl: () => '',
    seen: createGate(0),
  })
  const data = { leadId, messageId, change: 'erased' }
  const event = { id: 'e1', organizationId, type: 'message.changed', data, occurredAt: new Date() }
  for (let time = 0; time < times; time += 1) await subscriber?.handle(event as unknown as DomainEvent)
  return { kept, posts: fake.posts() }
}
const send = (more: object = {}) => ({ method: 'send', html: `<b>x</b>\n${secret}`, ...more })
const text = (post: { content: Record<string, unknown> } | undefined) => String(post?.content.html)

describe('an erased message', () => {
  const rows: Row[] = [
    { chatId: '702', key: `card:${leadId}`, isNamed: false, content: send() },
    {
      chatId: '702',
      key: `card:${leadId}:77`,
      isNamed: false,
      content: send({ fleeting: [`\n${secret}`] }),
    },
    {
      chatId: '702',
      key: 'change:e0',
      targetKey: `card:${leadId}`,
      isNamed: false,
      content: send({ method: 'edit' }),
    },
    { chatId: '702', key: `message:${messageId}`, content: send({ messageId }) },
    { chatId: '709', key: `message:${messageId}`, content: send({ messageId }) },
    { chatId: '702', key: `edit:${messageId}`, content: send({ messageId }) },
    { chatId: '702', key: `message:${otherId}`, content: send({ messageId: otherId }) },
    { chatId: '702', key: `queued:${otherId}`, content: send() },
    {
      chatId: '702',
      key: `history:${leadId}:5`,
      isNamed: false,
      content: send({ buttons: [[{ text: 'P', data: 'p' }]] }),
    },
    { chatId: '702', key: `draft:${draftId}:5`, content: send() },
    { chatId: '702', key: 'inbox:5', content: send() },
  ]

  it('is put right wherever it was told: both copies of the card, quotes, the history, lists, of whoever has left too', async () => {
    const { posts } = await erase(rows)
    expect(posts.map(({ chat, targetKey }) => `${chat.id} ${targetKey}`).sort()).toEqual(
      [...new Set(rows.map(({ chatId, key, targetKey }) => `${chatId} ${targetKey ?? key}`))].sort(),
    )
    expect(posts.every(({ content }) => content.method === 'edit' && content.again === true)).toBe(true)
    const of = (target: string) => posts.find(({ targetKey }) => targetKey === target)
    expect(text(of(`message:${messageId}`))).toMatch(/#12[\s\S]*Erased/)
    expect(text(of(`message:${otherId}`))).toContain('As I said')
    expect(text(of(`queued:${otherId}`))).toMatch(/answered[\s\S]*As I said/)
    expect(text(of(`draft:${draftId}:5`)), 'what was said since a draft').toContain('From 7')
    expect(text(of('inbox:5'))).toContain('out of date')
    expect(of(`history:${leadId}:5`)?.content.buttons).toEqual([[{ text: 'P', data: 'p' }]])
  })

  it('leaves nothing of its words in what is kept, nor in changes that are over', async () => {
    const { kept, posts } = await erase(rows)
    expect(JSON.stringify([kept, posts])).not.toContain(secret)
    expect(kept.find(({ key }) => key === `message:${messageId}`)?.content).toMatchObject({
      method: 'send',
      messageId,
    })
  })

  it('is put right over all pages of a long lead, and once when it is heard of twice', async () => {
    const many = Array.from(
      { length: 450 },
      (_, index): Row => ({
        chatId: '702',
        key: `delivery:${index}`,
        isNamed: false,
        content: { method: 'send', html: 'ok' },
      }),
    )
    const { kept, posts } = await erase([...many, ...rows], {}, 2)
    expect(JSON.stringify(kept)).not.toContain(secret)
    expect(posts).toHaveLength(10)
    expect(kept.filter(({ content }) => content.html === 'ok')).toHaveLength(450)
  })

  it('takes its files out of the chat, also out of an album, with their names and words', async () => {
    const part = (index: number, more: object) => ({
      attachmentId: fileIds[index],
      manner: 'photo',
      fileName: `${secret}.jpg`,
      caption: secret,
      ...more,
    })
    const { kept, posts } = await erase([
      { chatId: '702', key: `file:${messageId}:a`, content: { method: 'file', ...part(0, { messageId }) } },
      {
        chatId: '702',
        key: 'files:a1:seen:0',
        content: {
          method: 'album',
          items: [
            part(1, { messageId: otherId, caption: 'kept', fileName: 'kept.jpg' }),
            part(2, { messageId }),
          ],
        },
      },
    ])
    expect(posts.map(({ targetKey, content }) => [targetKey, content.method, content.part])).toEqual([
      [`file:${messageId}:a`, 'delete', undefined],
      ['files:a1:seen:0', 'delete', 1],
    ])
    expect(posts[0]?.content).toMatchObject({ manner: 'photo', instead: expect.stringContaining('Erased') })
    expect(JSON.stringify([kept, posts])).not.toContain(secret)
    expect(JSON.stringify(kept)).toContain('kept.jpg')
  })

  it('leaves the rest of its album told', async () => {
    const rest = {
      type: 'message',
      at: new Date(),
      kind: 'image',
      body: 'the rest',
      data: { albumId: 'a1' },
      direction: 'inbound',
      status: 'received',
      by: null,
    }
    const album = { ...message, albumId: 'a1' }
    const row = { chatId: '702', key: 'album:a1:2', content: send({ messageId }) }
    const { posts } = await erase([row], { readMessage: () => album, readHistory: () => [rest] })
    expect(text(posts[0])).toContain('the rest')
    const { posts: all } = await erase([row], { readMessage: () => album })
    expect(text(all[0])).toContain('Erased')
  })
})
