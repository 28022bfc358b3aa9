import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { IdentityClaim, InboundMessage, Person } from '../../channels/inbound-item.ts'
import { openTestCore, type TestCore } from '../../testing/open-test-core.ts'
import { eventsOf, takeIn } from '../../testing/take-in.ts'
import { inboundMessage, somePerson, writeIn } from '../../testing/write-in.ts'

let test: TestCore
beforeAll(async () => {
  test = await openTestCore()
  await test.makeOrganization('Atlas Gym', '1001')
})
afterAll(() => test.close())
beforeEach(() => test.rows('truncate channel_notice, early_change, domain_event cascade'))

const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000)
const gesture = (kind: InboundMessage['kind'], person: Person, more: Partial<InboundMessage> = {}) => {
  const { body: _, ...rest } = inboundMessage('1001', { kind, person, ...more })
  return rest
}
const changedNumber = (person: Person, next: IdentityClaim) =>
  gesture('system', person, { data: { event: 'user_changed_number', newIdentities: [next] } })
const all = (person: Person, replyTo: string): InboundMessage[] => [
  gesture('revoke', person, { replyTo, erase: true }),
  gesture('edit', person, { replyTo, body: 'not what I said' }),
  gesture('reaction', person, { replyTo, body: '👍' }),
  changedNumber(person, { kind: 'whatsapp_user', value: `FR.${replyTo}` }),
]
const times = async (leadId: string) => {
  const [row] = await test.rows(
    `select l.last_inbound_at as lead, c.last_inbound_at as chat, l.last_message_at as last, l.status
     from lead l join conversation c on c.lead_id = l.id where l.id = $1`,
    [leadId],
  )
  return row
}

describe('of somebody who never wrote', () => {
  it('no deletion, edit, reaction or new number opens a lead, and staff hear of nothing', async () => {
    const before = await test.rows(
      'select (select count(*) from lead) leads, (select count(*) from contact) people',
    )
    await takeIn(test, all(somePerson(), 'never.seen'))
    await takeIn(test, [gesture('reaction', somePerson(), { echo: {}, replyTo: 'never.seen' })])
    await takeIn(test, [gesture('reaction', somePerson(), { history: {}, replyTo: 'never.seen' })])
    expect(
      await test.rows('select (select count(*) from lead) leads, (select count(*) from contact) people'),
    ).toEqual(before)
    expect(await test.rows('select type from domain_event')).toEqual([])
  })

  it('what changes a message waits for it, and the rest is kept as a notice without words or names', async () => {
    await takeIn(test, all(somePerson('Secret Name'), 'not.yet'))
    expect(await test.rows('select change from early_change order by 1')).toEqual([
      { change: 'edited' },
      { change: 'erased' },
      { change: 'revoked' },
    ])
    const kept = await test.rows(`select topic, data->>'replyTo' as target, data::text || topic as words
      from channel_notice where organization_id is not null order by topic`)
    expect(kept).toMatchObject([
      { topic: 'reaction', target: 'not.yet' },
      { topic: 'system', target: null },
    ])
    expect(JSON.stringify(kept)).not.toMatch(/Secret|👍|\+33/)
  })

  it('who opens the bot or comes back through a link is a lead, though he wrote nothing', async () => {
    for (const event of ['start', 'referral']) {
      const { leadId } = await writeIn(test, [gesture('system', somePerson(), { data: { event } })])
      expect(await times(leadId)).toMatchObject({ lead: expect.any(Date), chat: expect.any(Date) })
    }
    expect(await eventsOf(test, 'message.received')).toMatchObject([{ opensLead: true }, { opensLead: true }])
  })
})

describe('in a chat that is known', () => {
  it('a gesture is in the thread, but opens no reply window and nobody waits because of it', async () => {
    const person = somePerson()
    const { leadId, conversationId } = await writeIn(test, [
      inboundMessage('1001', { person, externalId: 'old.word', sentAt: daysAgo(3) }),
    ])
    const before = await times(leadId)
    const items = all(person, 'old.word')
    await takeIn(test, items)
    await takeIn(test, items)
    expect(await times(leadId)).toEqual(before)
    expect(
      await test.rows(
        `select kind, lead_id from message where conversation_id = $1 and kind <> 'text' order by kind`,
        [conversationId],
      ),
    ).toEqual(['edit', 'reaction', 'revoke', 'system'].map((kind) => ({ kind, lead_id: leadId })))
    expect(await test.rows('select 1 from channel_notice')).toEqual([])
    expect(await eventsOf(test, 'message.changed')).toMatchObject([{ leadId, change: 'erased' }])
  })

  it('a reaction of the owner on his phone is no answer to the lead', async () => {
    const person = somePerson()
    const { leadId } = await writeIn(test, [inboundMessage('1001', { person, externalId: 'asked' })])
    await takeIn(test, [gesture('reaction', person, { echo: {}, replyTo: 'asked', body: '👍' })])
    expect(await test.rows('select status, last_outbound_at from lead where id = $1', [leadId])).toEqual([
      { status: 'new', last_outbound_at: null },
    ])
  })

  it('a deletion long after the lead was closed opens no new one', async () => {
    const person = somePerson()
    const { leadId } = await writeIn(test, [inboundMessage('1001', { person, externalId: 'closed.word' })])
    await test.rows(`update lead set status = 'lost', closed_at = now() - interval '30 days' where id = $1`, [
      leadId,
    ])
    await takeIn(test, [gesture('revoke', person, { replyTo: 'closed.word' })])
    expect(
      await test.rows('select 1 from lead where contact_id = (select contact_id from lead where id = $1)', [
        leadId,
      ]),
    ).toHaveLength(1)
  })

  it('wakes no old chat that was imported', async () => {
    const person = somePerson()
    const imported = { externalId: 'imported.word', history: {}, sentAt: daysAgo(40) }
    const reaction = gesture('reaction', person, { replyTo: 'imported.word', sentAt: new Date() })
    const { leadId } = await writeIn(test, [inboundMessage('1001', { person, ...imported })])
    await takeIn(test, [{ ...reaction, history: {} }])
    await takeIn(test, [reaction])
    const [lead] = await test.rows('select imported, last_inbound_at from lead where id = $1', [leadId])
    expect(lead).toEqual({ imported: true, last_inbound_at: null })
    expect(await times(leadId)).toMatchObject({ chat: null })
    expect(await eventsOf(test, 'message.received')).toEqual([])
  })

  it('that the same call opens, or of somebody who had another number then, it is found', async () => {
    const [person, next] = [somePerson(), somePerson()]
    const word = inboundMessage('1001', { person, externalId: 'first.word', sentAt: daysAgo(2) })
    const { conversationId } = await writeIn(test, [
      gesture('reaction', person, { externalId: 'quick', replyTo: 'elsewhere', sentAt: daysAgo(1.9) }),
      word,
    ])
    const [claim] = next.identities
    if (claim) await takeIn(test, [{ ...changedNumber(person, claim), sentAt: daysAgo(1) }])
    await takeIn(test, [
      gesture('reaction', person, { externalId: 'late', replyTo: 'elsewhere', sentAt: daysAgo(1.5) }),
      gesture('reaction', next, { externalId: 'new', replyTo: 'elsewhere' }),
    ])
    expect(
      await test.rows(
        `select external_id from message where conversation_id = $1 and kind = 'reaction' order by sent_at`,
        [conversationId],
      ),
    ).toEqual([{ external_id: 'quick' }, { external_id: 'late' }, { external_id: 'new' }])
  })
})
