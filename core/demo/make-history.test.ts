import { describe, expect, it } from 'vitest'
import { recognisablePhone } from '../contacts/recognisable-phone.ts'
import { isClosed, leadStatuses } from '../leads/lead.ts'
import type { ActivityRow, DemoHistory, LeadRow, MessageRow } from './demo-history.ts'
import { makeHistory } from './make-history.ts'

const staff = [
  { memberId: '01890000-0000-7000-8000-000000000001', name: 'Nadia Haddad', language: 'en' },
  { memberId: '01890000-0000-7000-8000-000000000002', name: 'Karim Saleh', language: 'ar' },
  { memberId: '01890000-0000-7000-8000-000000000003', name: 'Claire Moreau', language: 'fr' },
]
const channelAccountId = '01890000-0000-7000-8000-0000000000aa'
const fiction = /^\+(447700900\d{3}|1\d{3}55501\d{2}|3363998\d{4})$/
const hour = 3_600_000

/** An afternoon, a night, a Sunday, the morning after a change of clocks; in several zones. */
const moments = [
  { seed: 1, now: new Date('2026-09-16T14:20:00Z'), timeZone: 'Europe/Paris' },
  { seed: 2, now: new Date('2026-02-03T02:10:00Z'), timeZone: 'UTC' },
  { seed: 3, now: new Date('2026-05-24T11:00:00Z'), timeZone: 'Asia/Riyadh' },
  { seed: 4, now: new Date('2026-11-02T12:30:00Z'), timeZone: 'America/New_York' },
]
const make = (moment: (typeof moments)[number]) =>
  makeHistory({ ...moment, staff, channelAccountId, gym: 'Atlas Gym' })

const of = <Row extends { leadId: string }>(rows: Row[], lead: LeadRow) =>
  rows.filter((r) => r.leadId === lead.id)
const times = (rows: { createdAt: Date }[]) => rows.map(({ createdAt }) => createdAt.getTime())

it('makes the same past from the same options, and another from another seed', () => {
  const [moment] = moments
  if (!moment) throw new Error('no moment')
  expect(make(moment)).toEqual(make(moment))
  expect(make({ ...moment, seed: 99 })).not.toEqual(make(moment))
})

describe.each(moments)('a past that ends at $now in $timeZone', (moment) => {
  const { now } = moment
  const history = make(moment)
  const { leads, messages, activities, notes, contacts, identities, conversations, attachments } = history

  it('has about two hundred leads in every status, three languages and many sources', () => {
    expect(leads.length).toBeGreaterThanOrEqual(180)
    expect(new Set(leads.map(({ status }) => status))).toEqual(new Set(leadStatuses))
    expect(new Set(leads.map(({ source }) => source)).size).toBe(8)
    const tongues = contacts.map(({ language }) => language)
    for (const tongue of ['en', 'fr', 'ar']) {
      expect(tongues.filter((language) => language === tongue).length).toBeGreaterThan(25)
    }
    const converted = leads.filter(({ status }) => status === 'converted').length
    expect(converted / leads.length).toBeGreaterThan(0.12)
    expect(converted / leads.length).toBeLessThan(0.45)
    const fresh = leads.filter(({ status }) => status === 'new').length
    expect(fresh).toBeGreaterThanOrEqual(10)
    expect(fresh).toBeLessThanOrEqual(25)
  })

  it('has nothing in the future and nothing older than the sixty days', () => {
    const all = Object.values(history).flatMap((rows: object[]) => rows.flatMap((row) => Object.values(row)))
    const dates = all.filter((value) => value instanceof Date).map((date) => date.getTime())
    expect(Math.max(...dates)).toBeLessThanOrEqual(now.getTime())
    expect(Math.min(...dates)).toBeGreaterThan(now.getTime() - 61 * 24 * hour)
  })

  it('gives nobody the same number or name on a network as another, and only numbers kept for fiction', () => {
    const claims = identities.map(({ kind, value }) => `${kind}:${value}`)
    expect(new Set(claims).size).toBe(claims.length)
    const phones = identities.filter(({ kind }) => kind === 'phone')
    for (const { value, address } of phones) {
      expect(value).toMatch(fiction)
      expect(recognisablePhone(value)).toBe(value)
      expect(address).toBe(value.slice(1))
    }
    const phoneless = contacts.filter(
      ({ id }) =>
        !phones.some(({ contactId }) => contactId === id) && identities.some((i) => i.contactId === id),
    )
    expect(phoneless.length).toBeGreaterThan(5)
    expect(contacts.some(({ name }) => name === null)).toBe(true)
    for (const { id, name } of contacts) {
      const username = identities.some((i) => i.contactId === id && i.kind === 'whatsapp_username')
      if (name === null) expect(username).toBe(true)
    }
  })

  it('numbers leads from 1 on in the order in which they came', () => {
    expect(leads.map(({ number }) => number)).toEqual(leads.map((_lead, index) => index + 1))
    expect(times(leads)).toEqual(times(leads).toSorted((a, b) => a - b))
  })

  it('keeps each lead, its history and its messages in agreement', () => {
    for (const lead of leads) agree(lead, history)
  })

  it('gives a person at most one open lead, and a new one only when the old one is long closed', () => {
    const byPerson = Map.groupBy(leads, ({ contactId }) => contactId)
    const again = [...byPerson.values()].filter((several) => several.length > 1)
    expect(again.length).toBeGreaterThanOrEqual(3)
    for (const [first, second] of again) {
      if (!first?.closedAt || !second) throw new Error('The first lead of a person with two must be closed.')
      expect(second.createdAt.getTime() - first.closedAt.getTime()).toBeGreaterThan(72 * hour)
    }
  })

  it('lets staff write only while the window of 24 hours is open', () => {
    const wall = Map.groupBy(messages, ({ conversationId }) => conversationId)
    for (const talk of wall.values()) {
      let lastInbound = Number.NEGATIVE_INFINITY
      for (const { direction, sentAt } of talk.toSorted((a, b) => a.sentAt.getTime() - b.sentAt.getTime())) {
        if (direction === 'inbound') lastInbound = sentAt.getTime()
        else expect(sentAt.getTime() - lastInbound).toBeLessThan(24 * hour)
      }
    }
  })

  it('has customers who wait for an answer, all of them since a short time, some in an open window', () => {
    const waits = leads.filter(
      ({ closedAt, lastInboundAt, lastOutboundAt }) =>
        !closedAt && lastInboundAt && lastInboundAt >= (lastOutboundAt ?? new Date(0)),
    )
    expect(waits.length).toBeGreaterThanOrEqual(15)
    expect(waits.length).toBeLessThan(40)
    const ages = waits.map(({ lastInboundAt }) => (now.getTime() - (lastInboundAt?.getTime() ?? 0)) / hour)
    expect(Math.max(...ages)).toBeLessThan(72)
    expect(ages.filter((age) => age < 24).length).toBeGreaterThanOrEqual(12)
    expect(waits.filter(({ ownerId }) => ownerId).length).toBeGreaterThanOrEqual(5)
  })

  it('fills every text, and leaves no mark of a script in one', () => {
    const texts = [...messages, ...notes].flatMap(({ body }) => body ?? [])
    for (const text of texts) expect(text).not.toMatch(/[{}[\]<>|]|undefined|^[,،\s]|\s$|^$/)
    expect(new Set(texts).size).toBeGreaterThan(300)
  })

  it('has files, reactions, and answers that failed or were read', () => {
    const kinds = new Set(messages.map(({ kind }) => kind))
    expect(kinds).toEqual(new Set(['text', 'image', 'voice', 'document', 'location', 'reaction']))
    const withFile = messages.filter(({ kind }) => ['image', 'voice', 'document'].includes(kind))
    expect(attachments.map(({ messageId }) => messageId)).toEqual(withFile.map(({ id }) => id))
    const statuses = messages.map(({ status }) => status)
    for (const status of ['received', 'delivered', 'read', 'failed']) expect(statuses).toContain(status)
    expect(statuses.filter((status) => status === 'failed').length).toBeLessThan(15)
    for (const message of messages.filter(({ kind }) => kind === 'reaction')) {
      const answered = messages.find(({ externalId }) => externalId === message.replyToExternalId)
      expect(answered).toMatchObject({ direction: 'outbound', conversationId: message.conversationId })
    }
  })

  it('gives every id once', () => {
    const lists = [contacts, identities, leads, conversations, messages, attachments, notes, activities]
    const ids = lists.flatMap((list) => list.map(({ id }) => id))
    expect(new Set(ids).size).toBe(ids.length)
    const external = messages.map(({ externalId }) => externalId)
    expect(new Set(external).size).toBe(external.length)
  })
})

/** Whether the facts of one lead say the same everywhere. */
function agree(lead: LeadRow, history: DemoHistory) {
  const activities = of(history.activities, lead)
  const messages = of(history.messages, lead)
  const notes = of(history.notes, lead)
  const dones = (kind: ActivityRow['kind']) => activities.filter((activity) => activity.kind === kind)

  expect(dones('lead.opened')).toMatchObject([{ createdAt: lead.createdAt, data: { source: lead.source } }])
  const claims = dones('lead.claimed').map(({ createdAt, data }) => ({ createdAt, data }))
  expect(claims).toEqual(
    lead.claimedAt ? [{ createdAt: lead.claimedAt, data: { ownerId: lead.ownerId } }] : [],
  )
  expect(lead.ownerId === null).toBe(lead.status === 'new')

  let status = 'new'
  for (const { data } of dones('lead.status-changed')) {
    expect(data.from).toBe(status)
    expect(data.to).not.toBe(status)
    status = String(data.to)
  }
  expect(lead.status).toBe(status)
  const last = dones('lead.status-changed').at(-1)
  expect(lead.closedAt).toEqual(isClosed(lead.status) ? last?.createdAt : null)
  expect(lead.lostReason === null).toBe(lead.status !== 'lost')
  expect(lead.lostReason).toBe(lead.status === 'lost' ? last?.data.reason : null)
  expect(lead.valueMinor !== null).toBe(lead.status === 'converted')
  expect(lead.valueCurrency !== null).toBe(lead.status === 'converted')

  expect(dones('note.added').map(({ data }) => data.noteId)).toEqual(notes.map(({ id }) => id))
  const order = times(activities)
  expect(order).toEqual(order.toSorted((a, b) => a - b))
  for (const at of [...order, ...times(notes), ...times(messages)]) {
    expect(at).toBeGreaterThanOrEqual(lead.createdAt.getTime())
  }

  const newest = (some: MessageRow[]) =>
    some
      .map(({ sentAt }) => sentAt)
      .toSorted((a, b) => +a - +b)
      .at(-1) ?? null
  expect(lead.lastInboundAt).toEqual(newest(messages.filter(({ direction }) => direction === 'inbound')))
  expect(lead.lastOutboundAt).toEqual(newest(messages.filter(({ direction }) => direction === 'outbound')))
  expect(lead.lastMessageAt).toEqual(newest(messages) ?? lead.createdAt)
  if (lead.source.startsWith('whatsapp')) expect(messages[0]).toMatchObject({ direction: 'inbound' })
  else expect(messages).toEqual([])
  expect(messages[0]?.data.referral !== undefined).toBe(lead.source === 'whatsapp_ad')

  for (const message of messages) agreeInSteps(message)
}

/** Whether a message came to where it is in an order that is possible. */
function agreeInSteps({
  direction,
  status,
  authorId,
  sentAt,
  deliveredAt,
  readAt,
  failure,
  receivedAt,
}: MessageRow) {
  expect(status === 'received').toBe(direction === 'inbound')
  expect(authorId === null).toBe(direction === 'inbound')
  expect(receivedAt === null).toBe(direction === 'outbound')
  expect(readAt !== null).toBe(status === 'read')
  expect(deliveredAt !== null).toBe(status === 'read' || status === 'delivered')
  expect(failure !== null).toBe(status === 'failed')
  if (deliveredAt) expect(deliveredAt.getTime()).toBeGreaterThan(sentAt.getTime())
  if (deliveredAt && readAt) expect(readAt.getTime()).toBeGreaterThanOrEqual(deliveredAt.getTime())
}
