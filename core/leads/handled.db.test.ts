import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { InboundMessage } from '../channels/inbound-item.ts'
import { openTestCore, type TestCore } from '../testing/open-test-core.ts'
import { inboundMessage, somePerson, writeIn } from '../testing/write-in.ts'

const group = '-1001'
const subscriptions = [{ name: 'staff-bot', types: ['message.received'] as const }]

let test: TestCore
let gym: Awaited<ReturnType<TestCore['makeOrganization']>>
let person: ReturnType<typeof somePerson>
let leadId = ''
beforeAll(async () => {
  test = await openTestCore()
  gym = await test.makeOrganization('Atlas Gym', '1001')
})
afterAll(() => test.close())
beforeEach(async () => {
  person = somePerson()
  leadId = (await write()).leadId
})

/** What nobody was told of yet has its event waiting. */
const write = (more: Partial<InboundMessage> = {}, told = true) =>
  writeIn(test, [inboundMessage('1001', { person, ...more })], told ? [] : subscriptions)

/** Shows a message in the group, under a number; without one it waits to be shown. */
async function show(messageId: string, number?: number, key = `message:${messageId}`) {
  const content = { method: 'send', html: 'words', messageId }
  const chat = { id: group, kind: 'group' as const }
  await test.desk.perform(gym.system, 'putPosts', { posts: [{ chat, key, urgency: 1, leadId, content }] })
  if (number === undefined) return
  await test.rows(`update staff_post set state = 'sent', external_id = $2, done_at = now() where key = $1`, [
    key,
    number,
  ])
}

const close = (before?: number) =>
  test.desk.perform(gym.owner, 'setLeadHandled', {
    leadId,
    handled: true,
    seen: { chatId: group, ...(before === undefined ? {} : { before }) },
  })
const isHandled = async () => (await test.desk.ask(gym.owner, 'findLead', { leadId })).handled
const told = () =>
  test.rows<{ handled: boolean }>(
    `select (data->>'handled')::boolean as handled from domain_event
     where type = 'lead.handling-changed' and data->>'leadId' = $1 order by occurred_at, id`,
    [leadId],
  )

describe('a lead that is put away by closing its topic', () => {
  it('is handled when all that the customer wrote had been shown there', async () => {
    await show((await write()).messageId, 10)
    expect(await close(11)).toEqual({ handled: true })
    expect(await isHandled()).toBe(true)
    expect(await told()).toEqual([{ handled: true }])
  })

  it.each<[string, number | undefined]>([
    ['was shown after the closing', 12],
    ['waits to be shown', undefined],
  ])('is not when something %s, and that is told, so that the topic opens again', async (_when, number) => {
    await show((await write()).messageId, 10)
    await show((await write()).messageId, number)
    expect(await close(11)).toEqual({ handled: false })
    expect(await isHandled()).toBe(false)
    expect(await told()).toEqual([{ handled: false }])
    expect(await close(13)).toEqual({ handled: number !== undefined })
  })

  it('is not when nobody has been told yet of what the customer wrote', async () => {
    await show((await write()).messageId, 10)
    await write({}, false)
    expect(await close(11)).toEqual({ handled: false })
    await test.rows('delete from event_delivery')
    expect(await close(11), 'nobody is to be told of it there').toEqual({ handled: true })
  })

  it('is when all that came meanwhile is a reaction or a changed message', async () => {
    const { messageId } = await write()
    await show(messageId, 10)
    await show(messageId, 12, `edit:${messageId}`)
    await write({ kind: 'reaction', data: { emoji: '👍' } }, false)
    expect(await close(11)).toEqual({ handled: true })
  })

  it('is when what was shown later was shown in another chat, or long ago', async () => {
    const { messageId } = await write()
    await show(messageId, 12)
    const elsewhere = { leadId, handled: true, seen: { chatId: '-2', before: 11 } }
    expect(await test.desk.perform(gym.owner, 'setLeadHandled', elsewhere)).toEqual({ handled: true })
    await test.desk.perform(gym.owner, 'setLeadHandled', { leadId, handled: false })
    await test.rows(`update staff_post set done_at = now() - interval '2 days' where key = $1`, [
      `message:${messageId}`,
    ])
    expect(await close(11)).toEqual({ handled: true })
  })
})

it('is put away by a button unless something waits to be shown where that was pressed', async () => {
  await show((await write()).messageId, 10)
  const { messageId } = await write()
  await show(messageId)
  expect(await close()).toEqual({ handled: false })
  await test.rows(`update staff_post set state = 'sent', external_id = 12, done_at = now() where key = $1`, [
    `message:${messageId}`,
  ])
  expect(await close()).toEqual({ handled: true })
})
