import { join } from 'node:path'
import { pino } from 'pino'
import { describe, expect, it } from 'vitest'
import { DeskError } from '#core/errors.ts'
import type { DomainEvent } from '#core/events.ts'
import { loadWords } from '#core/i18n.ts'
import { createGate } from '../posts/create-gate.ts'
import { createFakeDesk } from '../testing/fake-desk.ts'
import { draftId, makeDraft } from '../testing/make-draft.ts'
import { leadId, makeLead, makeMember, organizationId } from '../testing/make-lead.ts'
import { createSubscribers } from './create-subscribers.ts'

const words = loadWords(join(import.meta.dirname, '../../locales'))
const [tina, amina, ben] = [makeMember('01'), makeMember('02'), makeMember('03', { language: 'fr' })]
const group = { chatId: '-100', state: 'active', plane: 'group', language: 'en' }

async function tell(data: object, answers: Record<string, (input: never) => unknown> = {}) {
  const fake = createFakeDesk({
    findLead: () =>
      makeLead({ owner: { id: ben.id, name: ben.name }, draft: { id: draftId, author: 'Agent 01' } }),
    listMembers: () => [tina, amina, ben],
    listNewestPosts: ({ keyPrefix }: { keyPrefix: string }) =>
      keyPrefix.startsWith('card:') ? [{ chatId: '702', key: `card:${leadId}` }] : [],
    listPosts: () => [
      { chatId: '701', key: `draft:${draftId}:1` },
      { chatId: '703', key: `draft:${draftId}:2` },
      { chatId: '709', key: `draft:${draftId}:3` },
    ],
    readDraft: () => makeDraft(),
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
  const event = {
    id: 'e1',
    organizationId,
    type: 'draft.changed',
    data: { leadId, draftId, change: 'written', byId: tina.id, ...data },
    occurredAt: new Date(),
  }
  for (let time = 0; time < 2; time += 1) await subscriber?.handle(event as unknown as DomainEvent)
  return fake.posts()
}
const places = (posts: Awaited<ReturnType<typeof tell>>) =>
  posts.map(({ chat, key, targetKey }) => `${chat.id} ${targetKey ?? key}`)

describe('a prepared answer', () => {
  it('comes to the lead’s owner in his language, with its buttons, once; cards say that it waits', async () => {
    const posts = await tell({})
    expect(places(posts)).toEqual([`702 card:${leadId}`, `703 card:${leadId}`, `703 draft:${draftId}:e1`])
    expect(posts[0]?.content.html).toContain('✍️')
    const shown = posts.at(-1)
    expect(String(shown?.content.html).replace(/[\u2066-\u2069]/g, '')).toContain('Brouillon pour Maria')
    expect(JSON.stringify(shown?.content.buttons)).toContain('draft-send:')
  })

  it('is not told to an owner who wrote it, or when it waits no more', async () => {
    expect(places(await tell({ byId: ben.id }))).toEqual([`702 card:${leadId}`])
    const readDraft = () => makeDraft({ state: 'sent' })
    expect(places(await tell({}, { readDraft }))).toEqual([`702 card:${leadId}`])
  })

  it('stands in the lead’s topic, unless it was written there', async () => {
    const inGroup = { readTeamDesk: () => group }
    expect(places(await tell({}, inGroup))).toContain(`-100 draft:${draftId}:e1`)
    const written = { ...inGroup, readDraft: () => makeDraft({ chat: '-100' }) }
    expect(places(await tell({}, written))).not.toContain(`-100 draft:${draftId}:e1`)
  })

  it('that is another is changed wherever it is shown; whoever has left keeps nothing of it', async () => {
    const readDraft = () => makeDraft({ state: 'sent', settledBy: 'Agent 02' })
    const posts = await tell({ change: 'sent', byId: amina.id }, { readDraft })
    const shown = posts.filter(({ targetKey }) => targetKey?.startsWith('draft:'))
    expect(places(shown)).toEqual(
      [1, 2, 3].map((key) => `70${key === 3 ? 9 : key === 2 ? 3 : 1} draft:${draftId}:${key}`),
    )
    expect(shown[0]?.content).toMatchObject({ method: 'edit', buttons: [] })
    expect(String(shown[0]?.content.html)).toContain('From 7')
    expect(String(shown[2]?.content.html)).not.toContain('From 7')
    expect(shown[2]?.withdraws).toBe(true)
  })

  it('changes the one in whose place it is', async () => {
    const replacedId = '01a2b3c4-0000-7000-8000-0000000000d2'
    const asked: string[] = []
    await tell(
      { replacedId, byId: ben.id },
      {
        readDraft: ({ draftId: id }: { draftId: string }) =>
          id === replacedId ? makeDraft({ id, state: 'outdated' }) : makeDraft(),
        listPosts: ({ keyPrefix }: { keyPrefix: string }) => {
          asked.push(keyPrefix)
          return []
        },
      },
    )
    expect(new Set(asked)).toEqual(new Set([`draft:${replacedId}:`]))
  })

  it('that is gone with its person only changes cards', async () => {
    const readDraft = () => {
      throw new DeskError('not-found', 'draft-not-found')
    }
    expect(places(await tell({}, { readDraft }))).toEqual([`702 card:${leadId}`])
  })
})
