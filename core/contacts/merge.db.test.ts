import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { IdentityClaim, InboundMessage, Person } from '../channels/inbound-item.ts'
import { openLeads } from '../leads/open-leads.ts'
import { newId } from '../new-id.ts'
import { inOrganization } from '../testing/in-organization.ts'
import { meetAgain } from '../testing/meet-again.ts'
import { openTestCore, type TestCore } from '../testing/open-test-core.ts'
import { inboundMessage, writeIn } from '../testing/write-in.ts'
import { applyPreferences } from './apply-preferences.ts'
import { recognise } from './recognise.ts'

let test: TestCore
let gym: Awaited<ReturnType<TestCore['makeOrganization']>>

beforeAll(async () => {
  test = await openTestCore()
})
beforeEach(async () => {
  gym = await test.makeOrganization('Atlas Gym', newId())
})
afterAll(() => test.close())

let serial = 0
const somebody = (name: string): Person => ({
  name,
  identities: [{ kind: 'phone', value: `+3363996${String(++serial).padStart(4, '0')}` }],
})
const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000)
const write = async (who: Person, more: Partial<InboundMessage> = {}) =>
  writeIn(test, [inboundMessage(gym.account, { person: who, ...more })])
const contactOf = async (leadId: string) => (await test.desk.ask(gym.owner, 'readContact', { leadId })).id
const merge = (keptId: string, mergedId: string) =>
  test.desk.perform(gym.owner, 'mergeContacts', { keptId, mergedId })
const undo = (mergeId: string) => test.desk.perform(gym.owner, 'undoMerge', { mergeId })

/** Two people who wrote, the first some minutes before the second. */
async function twoPeople() {
  const [lina, omar] = [somebody('Lina'), somebody('Omar')]
  const a = await write(lina, { sentAt: minutesAgo(50) })
  const b = await write(omar, { sentAt: minutesAgo(40) })
  return { lina, omar, a, b, keptId: await contactOf(a.leadId), mergedId: await contactOf(b.leadId) }
}

/** Everything of the organization that a merge may touch, without its own journal. */
const everything = () =>
  test.rows(
    `select (select json_agg(c order by c.id) from contact c where organization_id = $1) as contacts,
       (select json_agg(i order by i.id) from contact_identity i where organization_id = $1) as identities,
       (select json_agg(v order by v.id) from conversation v where organization_id = $1) as conversations,
       (select json_agg(l order by l.id) from lead l where organization_id = $1) as leads,
       (select json_agg(m order by m.id) from message m where organization_id = $1) as messages,
       (select json_agg(n order by n.id) from note n where organization_id = $1) as notes,
       (select json_agg(p order by p.thread_id) from contact_preference p where organization_id = $1) as preferences`,
    [gym.organizationId],
  )
const leadOf = async (messageId: string) =>
  (await test.rows<{ lead_id: string }>(`select lead_id from message where id = $1`, [messageId]))[0]?.lead_id
const openLeadsOf = (contactId: string) =>
  test.rows<{ id: string }>(`select id from lead where contact_id = $1 and closed_at is null`, [contactId])

describe('merging two contacts', () => {
  it('gives the kept one everything, in one open lead, and loses no conversation', async () => {
    const { lina, omar, a, b, keptId, mergedId } = await twoPeople()
    await test.desk.perform(gym.owner, 'addNote', {
      leadId: b.leadId,
      body: 'Two kids',
      idempotencyKey: newId(),
    })
    await merge(keptId, mergedId)
    const view = await test.desk.ask(gym.owner, 'readContact', { contactId: mergedId })
    expect(view.id).toBe(keptId)
    expect(view.identities.map(({ value }) => value).sort()).toEqual(
      [lina, omar].map(({ identities }) => identities[0]?.value).sort(),
    )
    expect(view.leads.map(({ id }) => id)).toEqual([a.leadId])
    const history = await test.desk.ask(gym.owner, 'readHistory', { leadId: a.leadId })
    expect(history.filter(({ type }) => type !== 'activity')).toHaveLength(3)
    expect(a.conversationId).not.toBe(b.conversationId)
  })

  it('keeps telephones apart: each answer goes to where the person wrote from', async () => {
    const { lina, omar, a, b, keptId, mergedId } = await twoPeople()
    await merge(keptId, mergedId)
    const again = await write(omar, { body: 'It is Omar' })
    expect(again.conversationId).toBe(b.conversationId)
    expect(again.leadId).toBe(a.leadId)
    expect((await write(lina)).conversationId).toBe(a.conversationId)
    const addresses = await test.rows(
      `select c.id, i.value from conversation c join contact_identity i on i.id = c.identity_id
       where c.id = any($1) order by c.created_at`,
      [[a.conversationId, b.conversationId]],
    )
    expect(addresses).toEqual([
      { id: a.conversationId, value: lina.identities[0]?.value },
      { id: b.conversationId, value: omar.identities[0]?.value },
    ])
  })

  it('keeps the older lead open with the owner that one of the two had, and refuses work on the other', async () => {
    const { b, a, keptId, mergedId } = await twoPeople()
    const agent = await gym.join('Amina')
    await test.desk.perform(agent, 'claimLead', { leadId: b.leadId })
    // Whichever contact is kept, the older lead stays.
    await merge(mergedId, keptId)
    const card = await test.desk.ask(gym.owner, 'findLead', { leadId: a.leadId })
    expect(card).toMatchObject({ owner: { id: agent.memberId }, closedAt: null, contact: { id: mergedId } })
    expect((await test.desk.ask(gym.owner, 'listInbox', {})).total).toBe(1)
    await expect(test.desk.perform(agent, 'claimLead', { leadId: b.leadId })).rejects.toMatchObject({
      code: 'lead-merged',
      data: { number: card.number },
    })
  })

  it('is done once when it is heard twice, and refuses what is merged already', async () => {
    const { keptId, mergedId } = await twoPeople()
    const first = await merge(keptId, mergedId)
    expect(await merge(keptId, mergedId)).toEqual(first)
    await expect(merge(mergedId, keptId)).rejects.toMatchObject({ code: 'contact-merged' })
    await expect(merge(keptId, keptId)).rejects.toMatchObject({ code: 'merge-with-itself' })
    expect(
      await test.rows(`select 1 from domain_event where organization_id = $1 and type = 'contact.merged'`, [
        gym.organizationId,
      ]),
    ).toHaveLength(1)
  })

  it('is written into the audit, and refused to a viewer', async () => {
    const { keptId, mergedId } = await twoPeople()
    const viewer = await gym.join('Vera', 'viewer')
    const tried = test.desk.perform(viewer, 'mergeContacts', { keptId, mergedId })
    await expect(tried).rejects.toMatchObject({ kind: 'forbidden' })
    const { mergeId } = await merge(keptId, mergedId)
    const audit = await test.rows(
      `select outcome, data from audit_entry where organization_id = $1 and action = 'mergeContacts' order by id`,
      [gym.organizationId],
    )
    expect(audit).toMatchObject([{ outcome: 'refused' }, { outcome: 'done', data: { mergeId, keptId } }])
  })

  it('never reaches into another organization', async () => {
    const { keptId, mergedId } = await twoPeople()
    const { mergeId } = await merge(keptId, mergedId)
    const mine = gym
    gym = await test.makeOrganization('Other House', newId())
    const other = await twoPeople()
    for (const pair of [
      [other.keptId, keptId],
      [keptId, other.keptId],
    ] as const) {
      await expect(merge(...pair)).rejects.toMatchObject({ kind: 'not-found', code: 'contact-not-found' })
    }
    await expect(undo(mergeId)).rejects.toMatchObject({ kind: 'not-found', code: 'merge-not-found' })
    await expect(test.desk.ask(gym.owner, 'readContact', { contactId: keptId })).rejects.toMatchObject({
      code: 'contact-not-found',
    })
    await expect(
      test.desk.perform(gym.owner, 'dismissMergeSuggestion', { suggestionId: newId() }),
    ).rejects.toMatchObject({ code: 'suggestion-not-found' })
    gym = mine
    await undo(mergeId)
  })
})

describe('undoing a merge', () => {
  it('restores every row as it was, whichever of the two was kept', async () => {
    const { omar, a, b, keptId, mergedId } = await twoPeople()
    await write(omar, { sentAt: minutesAgo(30), referral: { sourceType: 'ad', adId: '7' } })
    await test.desk.perform(gym.owner, 'addNote', { leadId: b.leadId, body: 'b', idempotencyKey: newId() })
    await test.desk.perform(gym.owner, 'addNote', { leadId: a.leadId, body: 'a', idempotencyKey: newId() })
    await test.desk.perform(gym.owner, 'claimLead', { leadId: b.leadId })
    await inOrganization(test, gym.organizationId, (sql) =>
      applyPreferences(sql, gym.organizationId, [
        {
          accountId: gym.channelAccountId,
          item: {
            type: 'preference',
            network: 'whatsapp',
            account: gym.account,
            person: omar,
            category: 'marketing',
            wants: false,
            at: minutesAgo(20),
          },
        },
      ]),
    )
    const before = await everything()
    for (const pair of [
      [keptId, mergedId],
      [mergedId, keptId],
    ] as const) {
      const { mergeId } = await merge(...pair)
      expect(await everything()).not.toEqual(before)
      await undo(mergeId)
      expect(await everything()).toEqual(before)
    }
  })

  it('gives what came in meanwhile to whom it came from', async () => {
    const { lina, omar, a, b, keptId, mergedId } = await twoPeople()
    const { mergeId } = await merge(keptId, mergedId)
    const user: IdentityClaim = { kind: 'whatsapp_user', value: `FR.${newId()}` }
    const fromOmar = await write(
      { ...omar, identities: [...omar.identities, user] },
      { sentAt: minutesAgo(5) },
    )
    const fromLina = await write(lina, { sentAt: minutesAgo(4) })
    expect([fromOmar.leadId, fromLina.leadId]).toEqual([a.leadId, a.leadId])
    await undo(mergeId)
    await undo(mergeId)
    expect(await leadOf(fromOmar.messageId)).toBe(b.leadId)
    expect(await leadOf(fromLina.messageId)).toBe(a.leadId)
    expect(await contactOf(a.leadId)).toBe(keptId)
    expect(await contactOf(b.leadId)).toBe(mergedId)
    // A name that was learnt meanwhile went along.
    expect(await write({ identities: [user] })).toMatchObject({ leadId: b.leadId })
    const card = await test.desk.ask(gym.owner, 'findLead', { leadId: b.leadId })
    expect(card).toMatchObject({ closedAt: null, contact: { name: 'Omar' } })
  })

  it('leaves each with one open lead when the joint one was closed and another begun', async () => {
    const { lina, omar, a, b, keptId, mergedId } = await twoPeople()
    const { mergeId } = await merge(keptId, mergedId)
    await test.desk.perform(gym.owner, 'changeLeadStatus', { leadId: a.leadId, status: 'converted' })
    const inFourDays = new Date(Date.now() + 4 * 86_400_000)
    const next = await write(omar, { sentAt: inFourDays })
    expect(next.leadId).not.toBe(a.leadId)
    await write(lina, { sentAt: inFourDays })
    await undo(mergeId)
    expect(await openLeadsOf(keptId)).toHaveLength(1)
    expect(await openLeadsOf(mergedId)).toEqual([{ id: b.leadId }])
    expect(await leadOf(next.messageId)).toBe(b.leadId)
    const strays = await test.rows(
      `select 1 from message m join conversation c on c.id = m.conversation_id join lead l on l.id = m.lead_id
       where m.organization_id = $1 and l.contact_id <> c.contact_id`,
      [gym.organizationId],
    )
    expect(strays).toEqual([])
  })

  it('gives a lead to a contact that had none and was written to meanwhile', async () => {
    const { b, mergedId } = await twoPeople()
    const rosa = somebody('Rosa')
    const added = await test.desk.perform(gym.owner, 'addLead', {
      phone: rosa.identities[0]?.value,
      origin: { account: '1', chat: '1', message: 1 },
    })
    const rosaId = await contactOf(added.leadId)
    await test.rows(`delete from activity where lead_id = $1`, [added.leadId])
    await test.rows(`delete from lead where id = $1`, [added.leadId])
    const { mergeId } = await merge(rosaId, mergedId)
    const wrote = await write(rosa)
    expect(wrote.leadId).toBe(b.leadId)
    await undo(mergeId)
    expect(await openLeadsOf(mergedId)).toEqual([{ id: b.leadId }])
    expect(await openLeadsOf(rosaId)).toEqual([{ id: await leadOf(wrote.messageId) }])
  })

  it('goes from the newest back where several were merged', async () => {
    const { keptId, mergedId } = await twoPeople()
    const third = await contactOf((await write(somebody('Rosa'), { sentAt: minutesAgo(60) })).leadId)
    const before = await everything()
    const one = await merge(keptId, mergedId)
    const two = await merge(third, keptId)
    expect((await test.desk.ask(gym.owner, 'readContact', { contactId: mergedId })).id).toBe(third)
    await expect(undo(one.mergeId)).rejects.toMatchObject({ code: 'merge-not-newest' })
    await undo(two.mergeId)
    await undo(one.mergeId)
    expect(await everything()).toEqual(before)
  })

  it('keeps what staff have changed since', async () => {
    const { a, keptId, mergedId } = await twoPeople()
    const { mergeId } = await merge(keptId, mergedId)
    await test.desk.perform(gym.owner, 'claimLead', { leadId: a.leadId })
    await test.desk.perform(gym.owner, 'changeLeadStatus', { leadId: a.leadId, status: 'follow_up' })
    await undo(mergeId)
    const card = await test.desk.ask(gym.owner, 'findLead', { leadId: a.leadId })
    expect(card).toMatchObject({ status: 'follow_up', owner: { id: gym.owner.memberId } })
  })

  it('says that the two are not one: they are not suggested again for what was known', async () => {
    const { lina, omar, keptId, mergedId } = await twoPeople()
    const both = { identities: [...lina.identities, ...omar.identities] }
    await write(both)
    expect(await test.desk.ask(gym.owner, 'listMergeSuggestions', {})).toMatchObject([
      { reasons: ['same-phone'], contacts: [{ name: 'Lina' }, { name: 'Omar' }] },
    ])
    const { mergeId } = await merge(keptId, mergedId)
    expect(await test.desk.ask(gym.owner, 'listMergeSuggestions', {})).toEqual([])
    await undo(mergeId)
    await write(both)
    expect(await test.desk.ask(gym.owner, 'listMergeSuggestions', {})).toEqual([])
  })
})

describe('people who merge at once', () => {
  it('end with one merge, whichever way round they want it', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { keptId, mergedId } = await twoPeople()
      const ends = await Promise.allSettled([
        merge(keptId, mergedId),
        merge(mergedId, keptId),
        merge(keptId, mergedId),
        merge(mergedId, keptId),
      ])
      const codes = ends.map((end) => (end.status === 'fulfilled' ? 'done' : end.reason.code)).sort()
      expect(codes).toEqual(['contact-merged', 'contact-merged', 'done', 'done'])
      const standing = await test.rows(
        `select 1 from contact_merge where organization_id = $1 and undone_at is null`,
        [gym.organizationId],
      )
      expect(standing).toHaveLength(round + 1)
    }
  })

  it('lose no message that comes in for either at the same time', async () => {
    const { lina, omar, a, keptId, mergedId } = await twoPeople()
    const writing = [lina, omar, lina, omar, lina, omar].map((who) => meetAgain(() => write(who)))
    const [{ mergeId }] = await Promise.all([merge(keptId, mergedId), ...writing])
    const messages = await test.rows<{ lead_id: string }>(
      `select lead_id from message where organization_id = $1`,
      [gym.organizationId],
    )
    expect(messages).toHaveLength(8)
    expect(new Set(messages.map((row) => row.lead_id))).toEqual(new Set([a.leadId]))
    await Promise.all([undo(mergeId), ...[lina, omar].map((who) => meetAgain(() => write(who)))])
    const strays = await test.rows(
      `select 1 from message m join conversation c on c.id = m.conversation_id join lead l on l.id = m.lead_id
       where m.organization_id = $1 and (l.contact_id <> c.contact_id or l.merged_into is not null)`,
      [gym.organizationId],
    )
    expect(strays).toEqual([])
  })

  it('wait for a batch that has recognised one of the two, which then meets no merged contact', async () => {
    const { omar, b, a, keptId, mergedId } = await twoPeople()
    await test.desk.perform(gym.owner, 'changeLeadStatus', { leadId: b.leadId, status: 'lost' })
    const { merging, opened } = await inOrganization(test, gym.organizationId, async (sql) => {
      const at = new Date(Date.now() + 4 * 86_400_000)
      const { places } = await recognise(sql, gym.organizationId, [{ person: omar, network: 'whatsapp', at }])
      const merging = merge(keptId, mergedId)
      await untilSomebodyWaits()
      const contactId = places[0]?.contactId ?? ''
      const seeker = { contactId, sentAt: at, source: 'whatsapp', manner: 'customer' } as const
      return { merging, opened: (await openLeads(sql, gym.organizationId, [seeker]))[0] }
    }).then(async ({ merging, opened }) => ({ merging: await merging, opened }))
    expect(merging.mergeId).toBeDefined()
    const [lead] = await test.rows(`select contact_id, merged_into from lead where id = $1`, [opened?.leadId])
    expect(lead).toEqual({ contact_id: keptId, merged_into: a.leadId })
  })
})

async function untilSomebodyWaits() {
  for (let round = 0; round < 100; round += 1) {
    const waiting = await test.rows(`select 1 from pg_locks where locktype = 'advisory' and not granted`)
    if (waiting.length > 0) return
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}
