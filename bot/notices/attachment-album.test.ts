import { join } from 'node:path'
import { pino } from 'pino'
import { describe, expect, it } from 'vitest'
import type { DomainEvent } from '#core/events.ts'
import { loadWords } from '#core/i18n.ts'
import { shortId } from '#core/new-id.ts'
import { createGate } from '../posts/create-gate.ts'
import { createFakeDesk } from '../testing/fake-desk.ts'
import { leadId, makeLead, makeMember, organizationId } from '../testing/make-lead.ts'
import { createSubscribers } from './create-subscribers.ts'

const words = loadWords(join(import.meta.dirname, '../../locales'))
const idOf = (kind: string, index: number) => `01a2b3c4-0000-7000-8000-00000000${kind}00${index}`
const amina = makeMember('02')

/** An album of photos, each a message of its own, in a desk that keeps posts; `taken`: those that are being shown. */
function openAlbum(kinds: string[]) {
  const files = kinds.map((kind, index) => ({
    id: idOf('f', index),
    messageId: idOf('a', index),
    kind,
    state: 'waiting',
    mime: kind === 'voice' ? 'audio/ogg' : kind === 'document' ? 'application/pdf' : 'image/jpeg',
    fileName: null,
    size: 90_000 as number,
    width: 800,
    height: 600,
    isOversized: false,
    caption: index === 0 ? 'our sofa' : null,
  }))
  const taken = new Set<string>()
  const fake = createFakeDesk({
    findLead: () => makeLead({ owner: { id: amina.id, name: amina.name } }),
    listMembers: () => [amina],
    listNewestPosts: ({ keyPrefix }: { keyPrefix: string }) =>
      keyPrefix.startsWith('album:') ? [{ chatId: '702', key: 'album:g1:3' }] : [],
    readMessage: ({ messageId }: { messageId: string }) => ({
      id: messageId,
      leadId,
      direction: 'inbound',
      kind: 'image',
      body: null,
      sentAt: new Date(),
      attachments: [{ id: messageId, kind: 'image' }],
      answered: null,
      authorId: null,
      albumId: 'g1',
    }),
    listAlbumFiles: () => files,
    listPosts: ({ keyPrefix }: { keyPrefix: string }) =>
      fake
        .posts()
        .filter(({ key }) => key.startsWith(keyPrefix))
        .map(({ chat, key, content }) => ({
          id: '1',
          chatId: chat.id,
          key,
          content,
          waits: !taken.has(key),
        })),
  })
  const [subscriber] = createSubscribers({
    desk: fake.desk,
    words,
    log: pino({ enabled: false }),
    files: { open: () => Promise.reject(new Error('nothing is read')), link: () => '' },
    publicUrl: () => '',
    seen: createGate(0),
  })
  const end = async (index: number, state: 'stored' | 'lost', times = 1) => {
    const file = files[index]
    if (!file) throw new Error('The album is shorter.')
    file.state = state
    const failure = { code: 'http-404', title: 'gone' }
    const data = { leadId, messageId: file.messageId, attachmentId: file.id, failure }
    const event = {
      id: `e${index}`,
      organizationId,
      type: `attachment.${state}`,
      data,
      occurredAt: new Date(),
    }
    for (let time = 0; time < times; time += 1) await subscriber?.handle(event as unknown as DomainEvent)
  }
  const items = (key: string) =>
    (fake.posts().find((post) => post.key === key)?.content.items ?? []) as Record<string, unknown>[]
  return { ...fake, files, taken, end, items }
}

describe('an album of a customer', () => {
  const seen = 'files:g1:seen:0'

  it('is one post below its announcement, with its captions, once all its files have come', async () => {
    const { posts, end, items } = openAlbum(['image', 'image', 'image'])
    await end(1, 'stored', 2)
    expect(posts()[0]).toMatchObject({ key: seen, mergeKey: seen, replyToKey: 'album:g1:3', weight: 1 })
    expect(posts()[0]?.delayMs).toBeGreaterThan(10_000)
    expect(posts()[0]?.delayMs).toBeLessThan(20_000)
    await end(0, 'stored')
    await end(2, 'stored')
    expect(posts()).toHaveLength(1)
    expect(posts()[0]).toMatchObject({ weight: 3, subjects: [0, 1, 2].map((index) => idOf('a', index)) })
    expect(posts()[0]?.delayMs).toBeLessThan(2_000)
    expect(items(seen).map(({ messageId, caption }) => [messageId, caption])).toEqual([
      [idOf('a', 0), 'our sofa'],
      [idOf('a', 1), undefined],
      [idOf('a', 2), undefined],
    ])
  })

  it('does not wait for a file that is lost, which is said', async () => {
    const { posts, end } = openAlbum(['image', 'image', 'image'])
    await end(0, 'stored')
    await end(1, 'stored')
    await end(2, 'lost')
    expect(posts().map(({ key }) => key)).toEqual([seen, `lost:${idOf('f', 2)}`])
    expect(posts()[0]).toMatchObject({ weight: 2 })
    expect(posts()[0]?.delayMs).toBeLessThan(2_000)
  })

  it('that was shown already is followed by what comes late, alone and once', async () => {
    const { posts, taken, end, items } = openAlbum(['image', 'image', 'image'])
    await end(0, 'stored')
    await end(1, 'stored')
    taken.add(seen)
    await end(2, 'stored', 2)
    expect(items(seen)).toHaveLength(2)
    expect(posts().map(({ key }) => key)).toEqual([seen, `files:g1:alone:${shortId(idOf('f', 2))}`])
    expect(posts()[1]?.content).toMatchObject({ method: 'file', messageId: idOf('a', 2) })
  })

  it('whose showing begins at the very moment in which a file joins it loses none', async () => {
    const { posts, taken, end, answers, files } = openAlbum(['image', 'image'])
    await end(0, 'stored')
    const [first] = posts()
    const listPosts = answers.listPosts
    let looks = 0
    answers.listPosts = (input: never) => {
      looks += 1
      // Claimed between the look and the post: what was put then changed nothing.
      if (looks === 2) taken.add(seen)
      const found = listPosts?.(input, {} as never) as { key: string; content: unknown }[]
      return looks === 2
        ? found.map((one) => (one.key === seen ? { ...one, content: first?.content } : one))
        : found
    }
    await end(1, 'stored')
    expect(posts().map(({ key }) => key)).toContain(`files:g1:alone:${shortId(files[1]?.id ?? '')}`)
  })

  it('is as many as Telegram needs, and what fits nowhere goes at once on its own', async () => {
    const { posts, end, files } = openAlbum(['image', 'document', 'voice', 'image', 'document', 'document'])
    const large = files[5]
    if (large) large.size = 80_000_000
    for (const index of [2, 5, 0, 1, 3, 4]) await end(index, 'stored')
    expect(
      posts()
        .map(({ key, weight = 1 }) => `${key} ${weight}`)
        .sort(),
    ).toEqual(
      [
        `files:g1:alone:${shortId(idOf('f', 2))} 1`,
        `files:g1:alone:${shortId(idOf('f', 5))} 1`,
        'files:g1:documents:0 2',
        'files:g1:seen:0 2',
      ].sort(),
    )
    expect(posts()[0]?.delayMs).toBeUndefined()
  })
})
