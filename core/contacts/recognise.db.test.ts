import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { IdentityClaim, IdentityKind, Network } from '../channels/inbound-item.ts'
import { newId } from '../new-id.ts'
import { inOrganization } from '../testing/in-organization.ts'
import { openTestCore, type TestCore } from '../testing/open-test-core.ts'
import { recognise, type Sighting } from './recognise.ts'

let test: TestCore
let gym: Awaited<ReturnType<TestCore['makeOrganization']>>

beforeAll(async () => {
  test = await openTestCore()
  gym = await test.makeOrganization('Atlas Gym', '1001')
})
afterAll(() => test.close())

const id = (kind: IdentityKind, value: string, more: Partial<IdentityClaim> = {}): IdentityClaim => ({
  kind,
  value,
  ...more,
})
const claimed = (kind: IdentityKind, value: string) => id(kind, value, { claimed: true })
const noon = (minute = 0) => new Date(Date.UTC(2026, 10, 20, 12, minute))
const seen = (
  identities: IdentityClaim[],
  { name, network = 'whatsapp', at = noon() }: { name?: string; network?: Network; at?: Date } = {},
): Sighting => ({ person: { identities, ...(name ? { name } : {}) }, network, at })

let serial = 0
/** Values that no other test uses. */
const own = (word: string) => `${word}${++serial}.${newId().slice(-6)}`
const phone = () => `+3363998${String(++serial).padStart(4, '0')}`

const meet = (sightings: Sighting[], organizationId = gym.organizationId) =>
  inOrganization(test, organizationId, (sql) => recognise(sql, organizationId, sightings))
const contactOf = async (sighting: Sighting, organizationId?: string) =>
  (await meet([sighting], organizationId)).places[0]?.contactId
const identitiesOf = (contactId?: string) =>
  test.rows(
    `select kind, value, claimed, valid_from as "from", valid_until as until from contact_identity
     where contact_id = $1 order by kind, value, valid_from`,
    [contactId],
  )
const suggestionsOf = (...contacts: (string | undefined)[]) =>
  test.rows(`select reasons, state from merge_suggestion where contact_id = any($1) and other_id = any($1)`, [
    contacts,
  ])

describe('a person who comes by six networks', () => {
  it('is one contact where a phone or an e-mail links them', async () => {
    const [number, email, telegram, whatsapp] = [phone(), `${own('lina')}@example.com`, own('tg'), own('FR.')]
    const contacts = await meet([
      seen([claimed('phone', number), claimed('email', email)], { network: 'forms' }),
      seen([id('phone', number), id('whatsapp_user', whatsapp)], { at: noon(1) }),
      seen([id('telegram_user', telegram), id('phone', number)], { network: 'telegram', at: noon(2) }),
      seen([claimed('email', email.toUpperCase())], { network: 'facebook_leads', at: noon(3) }),
      seen([id('linkedin_member', own('li')), claimed('email', email)], {
        network: 'linkedin_leads',
        at: noon(4),
      }),
      seen([id('telegram_user', telegram)], { network: 'telegram_business', at: noon(5) }),
    ])
    expect(new Set(contacts.places.map(({ contactId }) => contactId)).size).toBe(1)
    expect(contacts.created).toBe(1)
    expect(contacts.suggestions).toEqual([])
  })

  it('is six contacts where nothing does, however alike the names are', async () => {
    const contacts = await meet([
      seen([id('phone', phone())], { name: 'Lina Haddad' }),
      seen([id('instagram_user', own('ig'))], { name: 'Lina Haddad', network: 'instagram' }),
      seen([id('messenger_user', own('fb'))], { name: 'Lina Haddad', network: 'messenger' }),
      seen([id('telegram_user', own('tg'))], { name: 'Lina Haddad', network: 'telegram' }),
      seen([claimed('email', `${own('l')}@example.com`)], { name: 'Lina Haddad', network: 'forms' }),
      seen([], { name: 'Lina Haddad', network: 'forms' }),
    ])
    expect(new Set(contacts.places.map(({ contactId }) => contactId)).size).toBe(6)
  })

  it('is recognised by a national number where the organization says its country', async () => {
    const house = await test.makeOrganization('Country House', newId())
    await test.rows(`update organization set settings = '{"country": "FR"}' where id = $1`, [
      house.organizationId,
    ])
    const typed = await contactOf(
      seen([claimed('phone', '06 39 98 00 77')], { network: 'forms' }),
      house.organizationId,
    )
    const wrote = await contactOf(seen([id('phone', '+33639980077')]), house.organizationId)
    expect(wrote).toBe(typed)
  })

  it('is another contact in another organization', async () => {
    const house = await test.makeOrganization('Other House', newId())
    const person = seen([id('phone', phone()), id('whatsapp_user', own('FR.'))])
    expect(await contactOf(person)).not.toBe(await contactOf(person, house.organizationId))
  })
})

describe('a claim that nobody proved', () => {
  it('finds the contact, is kept as a claim, and is proven by who writes from it', async () => {
    const [number, email] = [phone(), `${own('a')}@example.com`]
    const form = await contactOf(
      seen([claimed('phone', number), claimed('email', email)], { network: 'forms' }),
    )
    expect(await identitiesOf(form)).toMatchObject([
      { kind: 'email', claimed: true },
      { kind: 'phone', claimed: true },
    ])
    expect(await contactOf(seen([id('phone', number, { address: number.slice(1) })], { at: noon(1) }))).toBe(
      form,
    )
    expect(await identitiesOf(form)).toMatchObject([
      { kind: 'email', claimed: true },
      { kind: 'phone', claimed: false },
    ])
    const [row] = await test.rows(`select address from contact_identity where value = $1`, [number])
    expect(row).toEqual({ address: number.slice(1) })
  })

  it('takes nothing from whom the network knows by it', async () => {
    const [number, email] = [phone(), `${own('b')}@example.com`]
    const a = await contactOf(seen([id('phone', number)], { name: 'Lina' }))
    const b = await contactOf(seen([id('email', email)], { name: 'Omar' }))
    const form = await meet([
      seen([claimed('phone', number), claimed('email', email)], {
        name: '<b>Nobody</b>',
        network: 'forms',
        at: noon(2),
      }),
    ])
    expect(form.places[0]?.contactId).toBe(a)
    expect(await identitiesOf(a)).toMatchObject([{ kind: 'phone', claimed: false }])
    expect(await identitiesOf(b)).toMatchObject([{ kind: 'email', claimed: false }])
    expect(await suggestionsOf(a, b)).toEqual([{ reasons: ['same-email'], state: 'open' }])
    expect(await test.rows(`select name from contact where id = $1`, [a])).toEqual([{ name: 'Lina' }])
  })

  it('gives way to a proof, and staff are asked whether the two are one', async () => {
    const [number, user] = [phone(), own('FR.')]
    const form = await contactOf(seen([claimed('phone', number)], { network: 'forms' }))
    const chat = await contactOf(seen([id('whatsapp_user', user)], { at: noon(1) }))
    const both = await contactOf(seen([id('phone', number), id('whatsapp_user', user)], { at: noon(2) }))
    expect(both).toBe(chat)
    expect(await contactOf(seen([id('phone', number)], { at: noon(3) }))).toBe(chat)
    expect(await identitiesOf(form)).toMatchObject([{ kind: 'phone', claimed: true, until: noon(2) }])
    expect(await suggestionsOf(form, chat)).toEqual([{ reasons: ['same-phone'], state: 'open' }])
  })
})

describe('a person with the identities of two contacts', () => {
  it('stays with the strongest; nothing moves, and the suggestion comes once', async () => {
    const [number, user] = [phone(), own('FR.')]
    const a = await contactOf(seen([id('phone', number)]))
    const b = await contactOf(seen([id('whatsapp_user', user)]))
    const both = seen([id('phone', number), id('whatsapp_user', user)], { at: noon(1) })
    const first = await meet([both, both])
    expect(first.places.map(({ contactId }) => contactId)).toEqual([a, a])
    expect(first.suggestions).toHaveLength(1)
    expect((await meet([both])).suggestions).toEqual([])
    expect(await contactOf(seen([id('whatsapp_user', user)], { at: noon(2) }))).toBe(b)
    expect(await suggestionsOf(a, b)).toEqual([{ reasons: ['same-network-id'], state: 'open' }])
  })

  it('is not asked about again for a reason that staff dismissed, but for a new one', async () => {
    const [number, user, email] = [phone(), own('FR.'), `${own('c')}@example.com`]
    const a = await contactOf(seen([id('phone', number)]))
    const b = await contactOf(seen([id('whatsapp_user', user), id('email', email)]))
    const both = seen([id('phone', number), id('whatsapp_user', user)], { at: noon(1) })
    const [suggestion] = (await meet([both])).suggestions
    await test.desk.perform(gym.owner, 'dismissMergeSuggestion', { suggestionId: suggestion?.id ?? '' })
    expect((await meet([both])).suggestions).toEqual([])
    expect(await suggestionsOf(a, b)).toMatchObject([{ state: 'dismissed' }])
    const again = await meet([
      seen([claimed('phone', number), claimed('email', email)], { network: 'forms' }),
    ])
    expect(again.suggestions).toHaveLength(1)
    expect(await suggestionsOf(a, b)).toEqual([
      { reasons: expect.arrayContaining(['same-network-id', 'same-email']), state: 'open' },
    ])
  })
})

describe('a username', () => {
  it('makes nobody anybody: whoever takes it is another person, and has it from then on', async () => {
    const name = own('lina')
    const a = await contactOf(seen([id('whatsapp_user', own('FR.')), id('whatsapp_username', name)]))
    const b = await contactOf(
      seen([id('whatsapp_user', own('FR.')), id('whatsapp_username', `@${name.toUpperCase()}`)], {
        at: noon(5),
      }),
    )
    expect(b).not.toBe(a)
    expect(await identitiesOf(a)).toMatchObject([{}, { value: name, until: noon(5) }])
    expect(await identitiesOf(b)).toMatchObject([{}, { value: name, from: noon(5), until: null }])
  })

  it('is not taken back by old news, and can come back later', async () => {
    const [name, user] = [own('omar'), own('FR.')]
    const a = await contactOf(
      seen([id('whatsapp_user', user), id('whatsapp_username', name)], { at: noon(3) }),
    )
    await contactOf(seen([id('whatsapp_user', own('FR.')), id('whatsapp_username', name)], { at: noon(1) }))
    expect(await identitiesOf(a)).toMatchObject([{}, { value: name, until: null }])
    await contactOf(seen([id('whatsapp_user', own('FR.')), id('whatsapp_username', name)], { at: noon(4) }))
    await contactOf(seen([id('whatsapp_user', user), id('whatsapp_username', name)], { at: noon(6) }))
    expect(await identitiesOf(a)).toMatchObject([
      {},
      { from: noon(3), until: noon(4) },
      { from: noon(6), until: null },
    ])
  })

  it('on two networks, with the same name, is a reason to ask and no more', async () => {
    const name = own('noor')
    const a = await contactOf(
      seen([id('instagram_user', own('ig')), id('instagram_username', name)], {
        name: 'Noor Amari',
        network: 'instagram',
      }),
    )
    const show = (named: string) =>
      meet([
        seen([id('telegram_user', own('tg')), id('telegram_username', name)], {
          name: named,
          network: 'telegram',
          at: noon(1),
        }),
      ])
    const stranger = await show('Somebody Else')
    expect(stranger.suggestions).toEqual([])
    const b = await show('noor amari')
    expect(b.suggestions).toHaveLength(1)
    expect(await suggestionsOf(a, b.places[0]?.contactId)).toEqual([
      { reasons: ['same-username'], state: 'open' },
    ])
  })
})

describe('a name', () => {
  it('is the first of the network, whatever comes first, and gives way to the book and to staff', async () => {
    const number = phone()
    const nameNow = async (sighting: Sighting) => {
      const contactId = await contactOf(sighting)
      return (await test.rows<{ name: string }>(`select name from contact where id = $1`, [contactId]))[0]
        ?.name
    }
    const by = (name: string, minute: number, more: Partial<Sighting> = {}) => ({
      ...seen([id('phone', number)], { name, at: noon(minute) }),
      ...more,
    })
    expect(await nameNow(by('Later', 5))).toBe('Later')
    expect(await nameNow(by('First', 1))).toBe('First')
    expect(await nameNow(by('Between', 3))).toBe('First')
    expect(await nameNow(by('A form', 0, { network: 'forms' }))).toBe('First')
    expect(await nameNow(by('New book', 9, { nameSource: 'book' }))).toBe('New book')
    expect(await nameNow(by('Old book', 8, { nameSource: 'book' }))).toBe('New book')
    expect(await nameNow(by('Staff', 2, { network: 'manual' }))).toBe('Staff')
    expect(await nameNow(by('Newest book', 11, { nameSource: 'book' }))).toBe('Staff')
  })
})

describe('the order in which the same things come', () => {
  const shuffled = <Item>(items: Item[], seed: number) => {
    let state = seed * 2_654_435_761
    return items
      .map((item) => {
        state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
        return { item, place: state }
      })
      .sort((a, b) => a.place - b.place)
      .map(({ item }) => item)
  }
  /** Contacts, joined where staff are asked whether they are one. */
  const groups = async (keys: string[], organizationId: string) => {
    const rows = await test.rows<{ value: string; contact_id: string }>(
      `select value, contact_id from contact_identity where organization_id = $1 and valid_until is null`,
      [organizationId],
    )
    const pairs = await test.rows<{ contact_id: string; other_id: string }>(
      `select contact_id, other_id from merge_suggestion where organization_id = $1`,
      [organizationId],
    )
    const parent = new Map<string, string>()
    const root = (contact: string): string => {
      const up = parent.get(contact)
      return up ? root(up) : contact
    }
    for (const { contact_id: one, other_id: two } of pairs) {
      if (root(one) !== root(two)) parent.set(root(one), root(two))
    }
    const byRoot = new Map<string, string[]>()
    for (const { value, contact_id: contact } of rows) {
      byRoot.set(root(contact), [...(byRoot.get(root(contact)) ?? []), value])
    }
    return [...byRoot.values()].map((values) => values.filter((v) => keys.includes(v)).sort()).sort()
  }

  it('changes nothing about who is, or may be, one person', async () => {
    const sightings = [
      seen([claimed('phone', '+33639980001'), claimed('email', 'a@example.com')], {
        network: 'forms',
        at: noon(1),
      }),
      seen([id('whatsapp_user', 'FR.a')], { at: noon(2) }),
      seen([id('phone', '+33639980001'), id('whatsapp_user', 'FR.a')], { at: noon(3) }),
      seen([claimed('email', 'a@example.com'), claimed('phone', '+33639980002')], {
        network: 'forms',
        at: noon(4),
      }),
      seen([id('telegram_user', 't.b'), id('phone', '+33639980002')], { network: 'telegram', at: noon(5) }),
      seen([id('telegram_user', 't.c')], { network: 'telegram', at: noon(6) }),
      seen([id('instagram_user', 'i.c')], { network: 'instagram', at: noon(7) }),
      seen([id('instagram_user', 'i.c'), claimed('email', 'c@example.com')], {
        network: 'instagram',
        at: noon(8),
      }),
    ]
    const keys = sightings.flatMap(({ person }) => person.identities.map(({ value }) => value))
    const seenGroups = []
    for (let seed = 1; seed <= 8; seed += 1) {
      const house = await test.makeOrganization(`House ${seed}`, newId())
      const order = shuffled(sightings, seed)
      // One by one, or many in one batch: that makes no difference either.
      const size = seed % 2 === 0 ? 1 : 3
      for (let start = 0; start < order.length; start += size) {
        await meet(order.slice(start, start + size), house.organizationId)
      }
      seenGroups.push(await groups(keys, house.organizationId))
    }
    expect(seenGroups[0]).toEqual([
      ['+33639980001', '+33639980002', 'FR.a', 'a@example.com', 't.b'],
      ['c@example.com', 'i.c'],
      ['t.c'],
    ])
    for (const group of seenGroups) expect(group).toEqual(seenGroups[0])
  })

  it('makes one contact of ten first sightings at once', async () => {
    const [number, user] = [phone(), own('FR.')]
    const found = await Promise.all(
      Array.from({ length: 10 }, (_, index) =>
        contactOf(
          seen(index % 2 === 0 ? [id('phone', number), id('whatsapp_user', user)] : [id('phone', number)]),
        ),
      ),
    )
    expect(new Set(found).size).toBe(1)
  })
})
