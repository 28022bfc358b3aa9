import { afterAll, beforeAll, expect, it } from 'vitest'
import { openTestCore, type TestCore } from '../testing/open-test-core.ts'
import { inboundMessage, somePerson, writeIn } from '../testing/write-in.ts'

let test: TestCore
let gym: Awaited<ReturnType<TestCore['makeOrganization']>>
let agent: Awaited<ReturnType<typeof gym.join>>
let colleague: typeof agent

beforeAll(async () => {
  test = await openTestCore()
  gym = await test.makeOrganization('Atlas Gym', 'quick-1')
  agent = await gym.join('Omar Said')
  colleague = await gym.join('Ines')
})
afterAll(() => test.close())

const names = async (actor: typeof agent | typeof gym.owner, words = '') =>
  (await test.desk.ask(actor, 'listQuickReplies', { words, limit: 100 })).replies.map(
    ({ shortcut }) => shortcut,
  )

it('of a member are his own; those of everybody are written by owners and admins', async () => {
  const body = 'We are open from 6 to 22.'
  await test.desk.perform(agent, 'saveQuickReply', { shortcut: '/Opening Hours', body, category: 'Info' })
  await test.desk.perform(gym.owner, 'saveQuickReply', {
    shortcut: 'price',
    body: '40 a month',
    shared: true,
  })
  expect(await names(agent)).toEqual(['opening-hours', 'price'])
  expect(await names(colleague)).toEqual(['price'])
  expect(await names(agent, 'INFO')).toEqual(['opening-hours'])
  await expect(
    test.desk.perform(agent, 'saveQuickReply', { shortcut: 'x', body, shared: true }),
  ).rejects.toMatchObject({ kind: 'forbidden' })
  const [shared] = (await test.desk.ask(agent, 'listQuickReplies', { words: 'price' })).replies
  const change = { id: shared?.id ?? '', body: 'free!' }
  await expect(test.desk.perform(agent, 'saveQuickReply', change)).rejects.toMatchObject({
    kind: 'forbidden',
  })
  await expect(
    test.desk.perform(agent, 'removeQuickReply', { quickReplyId: change.id }),
  ).rejects.toMatchObject({ kind: 'forbidden' })
})

it('cannot be seen, changed, used or removed by a colleague or another organization', async () => {
  const { quickReplyId: id } = await test.desk.perform(agent, 'saveQuickReply', {
    shortcut: 'mine',
    body: 'Mine',
  })
  const other = await test.makeOrganization('Other', 'quick-2')
  const { leadId } = await writeIn(test, [inboundMessage('quick-1', { person: somePerson() })])
  for (const actor of [colleague, gym.owner, other.owner]) {
    const notFound = { code: 'quick-reply-not-found' }
    await expect(test.desk.perform(actor, 'saveQuickReply', { id, body: 'x' })).rejects.toMatchObject(
      notFound,
    )
    await expect(test.desk.perform(actor, 'removeQuickReply', { quickReplyId: id })).rejects.toMatchObject(
      notFound,
    )
    await expect(
      test.desk.perform(actor, 'useQuickReply', { quickReplyId: id, leadId, useKey: 'k' }),
    ).rejects.toMatchObject(notFound)
    await expect(test.desk.ask(actor, 'fillQuickReply', { quickReplyId: id })).rejects.toMatchObject(notFound)
  }
  const viewer = await gym.join('Vera', 'viewer')
  await expect(
    test.desk.perform(viewer, 'saveQuickReply', { shortcut: 'v', body: 'v' }),
  ).rejects.toMatchObject({ kind: 'forbidden' })
})

it('is filled in for the lead, says what it does not know, and counts each use once', async () => {
  const { leadId } = await writeIn(test, [inboundMessage('quick-1', { person: somePerson('Lina  Haddad') })])
  const { quickReplyId } = await test.desk.perform(agent, 'saveQuickReply', {
    shortcut: 'hello',
    body: 'Hi {first_name}, {agent} of {business}. {prize}',
  })
  const said = { text: 'Hi Lina, Omar of Atlas Gym. {prize}', unknown: ['prize'], missing: [] }
  expect(await test.desk.ask(agent, 'fillQuickReply', { quickReplyId, leadId })).toMatchObject(said)
  const without = await test.desk.ask(agent, 'fillQuickReply', { quickReplyId })
  expect(without.missing).toEqual(['first_name'])
  for (const useKey of ['a', 'a', 'b'])
    expect(await test.desk.perform(agent, 'useQuickReply', { quickReplyId, leadId, useKey })).toEqual(said)
  const [used] = (await test.desk.ask(agent, 'listQuickReplies', {})).replies
  expect(used).toMatchObject({ shortcut: 'hello', uses: 2 })
})

it('has one name, which two at once cannot take', async () => {
  const write = (body: string) => test.desk.perform(colleague, 'saveQuickReply', { shortcut: 'twin', body })
  const results = await Promise.allSettled(['1', '2', '3', '4'].map(write))
  expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  const refused = results.find((result) => result.status === 'rejected')
  expect(refused?.reason).toMatchObject({ code: 'quick-reply-exists', data: { shortcut: 'twin' } })
  const [kept] = (await test.desk.ask(colleague, 'listQuickReplies', { words: 'twin' })).replies
  // Heard again, it is the same one.
  expect(await write(kept?.body ?? '')).toEqual({ quickReplyId: kept?.id })
  for (const [shortcut, code] of [
    ['///', 'quick-reply-shortcut'],
    ['x'.repeat(33), 'quick-reply-shortcut'],
  ] as const) {
    await expect(
      test.desk.perform(colleague, 'saveQuickReply', { shortcut, body: 'x' }),
    ).rejects.toMatchObject({ code })
  }
  await expect(
    test.desk.perform(colleague, 'saveQuickReply', { shortcut: 'x', body: '  ' }),
  ).rejects.toMatchObject({ code: 'quick-reply-empty' })
})
