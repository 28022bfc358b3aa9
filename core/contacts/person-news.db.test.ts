import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { IdentityChange, IdentityClaim, Person } from '../channels/inbound-item.ts'
import { newId } from '../new-id.ts'
import { inOrganization } from '../testing/in-organization.ts'
import { openTestCore, type TestCore } from '../testing/open-test-core.ts'
import { inboundMessage, writeIn } from '../testing/write-in.ts'
import { applyBookEntries } from './apply-book-entries.ts'
import { applyIdentityChanges } from './apply-identity-changes.ts'
import { applyPersonStates } from './apply-person-states.ts'
import { applyPreferences } from './apply-preferences.ts'
import { changesOfSystemMessages } from './changes-of-system-messages.ts'
import { recognise } from './recognise.ts'

let test: TestCore
let gym: Awaited<ReturnType<TestCore['makeOrganization']>>

beforeAll(async () => {
  test = await openTestCore()
  gym = await test.makeOrganization('Atlas Gym', '1001')
})
afterAll(() => test.close())

const noon = (minute = 0) => new Date(Date.UTC(2026, 10, 20, 12, minute))
let serial = 0
const phone = (): IdentityClaim => ({ kind: 'phone', value: `+3363997${String(++serial).padStart(4, '0')}` })
const user = (): IdentityClaim => ({ kind: 'whatsapp_user', value: `FR.${newId()}` })
const person = (...identities: IdentityClaim[]): Person => ({ identities })
const from = { network: 'whatsapp', account: '1001' } as const

const contactOf = (who: Person, at = noon()) =>
  inOrganization(test, gym.organizationId, async (sql) => {
    const { places } = await recognise(sql, gym.organizationId, [{ person: who, network: 'whatsapp', at }])
    return places[0]?.contactId
  })
const change = (...changes: Pick<IdentityChange, 'previous' | 'current' | 'at'>[]) =>
  inOrganization(test, gym.organizationId, (sql) =>
    applyIdentityChanges(
      sql,
      gym.organizationId,
      changes.map((item) => ({
        accountId: gym.channelAccountId,
        item: { type: 'identity-change', ...from, ...item },
      })),
    ),
  )
const spansOf = (...claims: IdentityClaim[]) =>
  test.rows(
    `select contact_id as contact, value, valid_from as "from", valid_until as until from contact_identity
     where value = any($1) order by valid_from, value`,
    [claims.map(({ value }) => value)],
  )

describe('a person whose number changed', () => {
  it('is known by the new one from then on, and was by the old one until then', async () => {
    const [old, next] = [phone(), phone()]
    const contact = await contactOf(person(old))
    const news = { previous: [old], current: [next], at: noon(5) }
    await change(news)
    await change(news)
    expect(await spansOf(old, next)).toEqual([
      { contact, value: old.value, from: noon(), until: noon(5) },
      { contact, value: next.value, from: noon(5), until: null },
    ])
    expect(await contactOf(person(next), noon(6))).toBe(contact)
    // What he had written before comes late.
    expect(await contactOf(person(old), noon(2))).toBe(contact)
    // Whoever has the number next is another person.
    expect(await contactOf(person(old), noon(30))).not.toBe(contact)
  })

  it('has a new span when he comes back to it', async () => {
    const [one, two] = [phone(), phone()]
    const contact = await contactOf(person(one))
    await change(
      { previous: [two], current: [one], at: noon(9) },
      { previous: [one], current: [two], at: noon(4) },
    )
    expect(await spansOf(one, two)).toEqual([
      { contact, value: one.value, from: noon(), until: noon(4) },
      { contact, value: two.value, from: noon(4), until: noon(9) },
      { contact, value: one.value, from: noon(9), until: null },
    ])
  })

  it('is found when the change comes before what was written under the old number', async () => {
    const [old, next] = [phone(), phone()]
    const contact = await contactOf(person(next), noon(6))
    await change({ previous: [old], current: [next], at: noon(5) })
    expect(await contactOf(person(old), noon(1))).toBe(contact)
    expect(await spansOf(old)).toEqual([{ contact, value: old.value, from: noon(1), until: noon(5) }])
  })

  it('keeps the identities that the change does not tell of', async () => {
    const [old, next, id] = [phone(), phone(), user()]
    const contact = await contactOf(person(old, id))
    await change({ previous: [old, id], current: [next], at: noon(5) })
    expect(await contactOf(person(id), noon(6))).toBe(contact)
  })

  it('is nobody where neither number is known: nothing is invented', async () => {
    const [old, next] = [phone(), phone()]
    expect(await change({ previous: [old], current: [next], at: noon(5) })).toEqual([])
    expect(await spansOf(old, next)).toEqual([])
  })

  it('is not merged with whoever has the new one already: staff are asked', async () => {
    const [old, next] = [phone(), phone()]
    const { leadId } = await writeIn(test, [inboundMessage('1001', { person: person(old), sentAt: noon() })])
    const other = await contactOf(person(next))
    const news = { previous: [old], current: [next], at: noon(5) }
    const [event, ...more] = await change(news)
    expect(event).toMatchObject({ type: 'contact.merge-suggested', data: { leadId }, lane: leadId })
    expect(more).toEqual([])
    expect(await change(news)).toEqual([])
    expect(await contactOf(person(next), noon(6))).toBe(other)
    const [suggestion] = await test.desk.ask(gym.owner, 'listMergeSuggestions', { contactId: other })
    expect(suggestion?.reasons).toEqual(['changed-into'])
    expect(await test.desk.ask(gym.owner, 'listMergeSuggestions', { leadId })).toEqual([suggestion])
    const stranger = await writeIn(test, [inboundMessage('1001', { person: person(phone()) })])
    expect(await test.desk.ask(gym.owner, 'listMergeSuggestions', { leadId: stranger.leadId })).toEqual([])
  })

  it('is told so in the chat as well', async () => {
    const [old, next] = [phone(), user()]
    const said = inboundMessage('1001', {
      person: person(old),
      kind: 'system',
      sentAt: noon(5),
      data: {
        event: 'user_changed_user_id',
        newIdentities: [next, 'nonsense', { kind: 'phone', value: '' }],
      },
    })
    const chat = inboundMessage('1001', { person: person(old) })
    const messages = [said, chat].map((item) => ({ accountId: gym.channelAccountId, item }))
    expect(changesOfSystemMessages(messages)).toEqual([
      {
        accountId: gym.channelAccountId,
        item: { type: 'identity-change', ...from, previous: [old], current: [next], at: noon(5) },
      },
    ])
    const contact = await contactOf(person(old))
    await inOrganization(test, gym.organizationId, (sql) =>
      applyIdentityChanges(sql, gym.organizationId, changesOfSystemMessages(messages)),
    )
    expect(await contactOf(person(next), noon(6))).toBe(contact)
    // A new user id says nothing of the phone.
    expect(await contactOf(person(old), noon(7))).toBe(contact)
  })
})

describe('a change that is told in the chat', () => {
  it('joins what was written under both numbers, all in one call, in one contact and one lead', async () => {
    const [old, next] = [phone(), phone()]
    const said = (who: IdentityClaim, minute: number, more = {}) =>
      inboundMessage('1001', { person: person(who), sentAt: noon(minute), ...more })
    const known = await writeIn(test, [said(old, 1)])
    const { leadId } = await writeIn(test, [
      said(next, 9),
      said(old, 5, { kind: 'system', data: { newIdentities: [next] } }),
      said(old, 3),
    ])
    expect(leadId).toBe(known.leadId)
    const view = await test.desk.ask(gym.owner, 'readContact', { leadId })
    expect(view.identities).toMatchObject([
      { value: next.value, until: null },
      { value: old.value, until: noon(5) },
    ])
    expect(await test.rows(`select 1 from message where lead_id = $1`, [leadId])).toHaveLength(4)
    expect((await writeIn(test, [said(next, 10)])).leadId).toBe(leadId)
  })
})

describe('what a person wants to be sent', () => {
  const prefer = (who: Person, wants: boolean, at: Date) =>
    inOrganization(test, gym.organizationId, (sql) =>
      applyPreferences(sql, gym.organizationId, [
        {
          accountId: gym.channelAccountId,
          item: { type: 'preference', ...from, person: who, category: 'marketing', wants, at },
        },
      ]),
    )

  it('is what he said last, in whatever order it comes, and is told once', async () => {
    const who = person(phone())
    const { leadId } = await writeIn(test, [inboundMessage('1001', { person: who })])
    expect(await prefer(who, false, noon(5))).toMatchObject([
      { type: 'contact.preference-changed', data: { leadId, category: 'marketing', wants: false } },
    ])
    expect(await prefer(who, false, noon(5))).toEqual([])
    expect(await prefer(who, true, noon(3))).toEqual([])
    const view = await test.desk.ask(gym.owner, 'readContact', { leadId })
    expect(view.preferences).toMatchObject([{ category: 'marketing', wants: false, at: noon(5) }])
    expect(await prefer(who, true, noon(8))).toMatchObject([{ data: { wants: true } }])
  })

  it('is kept for a person who has never written', async () => {
    const who = person(phone())
    expect(await prefer(who, false, noon())).toMatchObject([{ data: { leadId: null, wants: false } }])
    const { leadId } = await writeIn(test, [inboundMessage('1001', { person: who })])
    const view = await test.desk.ask(gym.owner, 'readContact', { leadId })
    expect(view.preferences).toMatchObject([{ wants: false }])
  })

  it('is not kept of nobody', async () => {
    expect(await prefer(person(), false, noon())).toEqual([])
  })
})

describe('a person who blocked the business', () => {
  const tell = (...states: [Person, 'blocked' | 'reachable', Date][]) =>
    inOrganization(test, gym.organizationId, (sql) =>
      applyPersonStates(
        sql,
        gym.organizationId,
        states.map(([who, state, at]) => ({
          accountId: gym.channelAccountId,
          item: { type: 'person-state', ...from, person: who, state, at },
        })),
      ),
    )

  it('is not reachable until the network says so again, in whatever order it says', async () => {
    const who = person(phone())
    const { leadId } = await writeIn(test, [inboundMessage('1001', { person: who })])
    expect(await tell([who, 'blocked', noon(5)])).toMatchObject([
      { type: 'contact.reachability-changed', data: { leadId, state: 'blocked' } },
    ])
    expect(await tell([who, 'blocked', noon(5)], [who, 'reachable', noon(2)])).toEqual([])
    expect(await tell([who, 'reachable', noon(3)])).toEqual([])
    const view = await test.desk.ask(gym.owner, 'readContact', { leadId })
    expect(view.reachability).toMatchObject([{ state: 'blocked', at: noon(5) }])
    expect(await tell([who, 'reachable', noon(9)], [who, 'blocked', noon(7)])).toMatchObject([
      { data: { state: 'reachable' } },
    ])
  })

  it('is no news where he was reachable before', async () => {
    expect(await tell([person(phone()), 'reachable', noon()])).toEqual([])
  })
})

describe('the address book', () => {
  const write = (who: Person, action: 'saved' | 'removed', at: Date) =>
    inOrganization(test, gym.organizationId, (sql) =>
      applyBookEntries(sql, gym.organizationId, [
        { accountId: gym.channelAccountId, item: { type: 'book-entry', ...from, person: who, action, at } },
      ]),
    )
  const nameOf = async (claim: IdentityClaim) =>
    (
      await test.rows<{ name: string }>(
        `select c.name from contact c join contact_identity i on i.contact_id = c.id where i.value = $1`,
        [claim.value],
      )
    ).map(({ name }) => name)

  it('gives contacts, without a lead, and names those whom the network named', async () => {
    const [stranger, known] = [phone(), phone()]
    await contactOf({ identities: [known], name: '🔥' })
    await write({ identities: [stranger], name: 'Aunt Rosa' }, 'saved', noon(1))
    await write({ identities: [known], name: 'Omar (plumber)' }, 'saved', noon(2))
    await write({ identities: [known], name: 'Omar' }, 'saved', noon(1))
    expect(await nameOf(stranger)).toEqual(['Aunt Rosa'])
    expect(await nameOf(known)).toEqual(['Omar (plumber)'])
    const leads = await test.rows(
      `select 1 from lead l join contact_identity i on i.contact_id = l.contact_id where i.value = any($1)`,
      [[stranger.value, known.value]],
    )
    expect(leads).toEqual([])
  })

  it('takes nothing away', async () => {
    const known = phone()
    await write({ identities: [known], name: 'Rosa' }, 'saved', noon(1))
    await write({ identities: [known], name: 'Rosa' }, 'removed', noon(2))
    expect(await nameOf(known)).toEqual(['Rosa'])
    await write({ identities: [phone()] }, 'removed', noon(2))
  })
})
