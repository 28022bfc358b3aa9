import { afterEach, beforeEach, expect, test } from 'vitest'
import type { AssigneeState } from '#core/assignment/list-assignees.ts'
import { shortId } from '#core/new-id.ts'
import type { NewPost } from '#core/posts/post.ts'
import { leadId, makeLead, makeMember } from '../testing/make-lead.ts'
import { openChat } from '../testing/open-chat.ts'

const boss = makeMember('02', { name: 'Amina', role: 'owner' })
const karim = makeMember('03', { name: 'Karim Haddad <3', username: 'karim_h' })
const lead = shortId(leadId)

const states: AssigneeState[] = [
  { id: boss.id, name: boss.name, open: 3, capacity: null, shift: 'on', here: true, unreachable: false },
  { id: karim.id, name: karim.name, open: 7, capacity: 20, shift: 'break', here: false, unreachable: false },
]
const card: NewPost = {
  chat: { id: '702', kind: 'private' },
  key: `card:${leadId}`,
  urgency: 1,
  content: { method: 'send', html: 'card' },
  leadId,
}

let chat: Awaited<ReturnType<typeof openChat>>
let owner: { id: string; name: string } | null

beforeEach(async () => {
  owner = null
  chat = await openChat('owner', {
    findLead: () => makeLead({ owner }),
    listMembers: () => [boss, karim],
    listAssignees: () => states,
    assignLead: ({ memberId }: { memberId: string }) => {
      owner = [boss, karim].find(({ id }) => id === memberId) ?? null
    },
  })
})
afterEach(() => chat.close())

const given = () => chat.done().filter(({ name }) => name === 'assignLead')

test('the button on a card shows who is here and how much each has; a tap gives the lead', async () => {
  await chat.press(`assign:${lead}`, card)
  const asked = chat.last()
  expect(asked).toMatchObject({ replyToKey: card.key, leadId })
  const texts = ((asked?.content.buttons ?? []) as { text: string }[][]).flat().map(({ text }) => text)
  expect(texts).toEqual(['🟢 Amina · 3', '☕ Karim Haddad <3 · 7/20'])
  await chat.press(`assign-to:${lead}:${shortId(karim.id)}`, asked)
  expect(given()).toMatchObject([{ input: { leadId, memberId: karim.id } }])
  expect(chat.last()).toMatchObject({ targetKey: asked?.key, content: { method: 'edit' } })
  expect(chat.html()).toContain('<b>Karim Haddad &lt;3</b> has Maria')
  expect(chat.toast()).toContain('given')
})

test('/assign below a card takes a username or a name, and asks where it has none', async () => {
  await chat.answer(card, '/assign @karim_h')
  await chat.answer(card, '/assign haddad')
  await chat.write('/assign #12 karim')
  expect(given().map(({ input }) => (input as { memberId: string }).memberId)).toEqual([
    karim.id,
    karim.id,
    karim.id,
  ])
  await chat.answer(card, '/assign zoe')
  expect(chat.html()).toContain('zoe')
  await chat.answer(card, '/assign')
  expect(chat.buttons()).toContain(`assign-to:${lead}:${shortId(boss.id)}`)
  await chat.write('/assign @karim')
  expect(chat.html()).toContain('/assign #12 @karim')
  expect(given()).toHaveLength(3)
})

test('who may not give leads away is not asked to whom, and a forged name is nobody', async () => {
  await chat.press(`assign-to:${lead}:nobody`, card)
  expect(given()).toEqual([])
  const agent = await openChat('agent', { findLead: () => makeLead({ owner: karim }) })
  await agent.press(`assign:${lead}`, card)
  expect(agent.posts()).toEqual([])
  expect(agent.toast()).not.toBe('')
  await agent.answer(card, '/assign karim')
  expect(agent.html()).toContain('⚠️')
  expect(agent.done()).toEqual([])
  await agent.close()
})
