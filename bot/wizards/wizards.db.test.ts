import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { shortId } from '#core/new-id.ts'
import { openTestCore, type TestCore } from '#core/testing/open-test-core.ts'
import { type DeskChat, openDeskChat } from '../testing/open-desk-chat.ts'

let test: TestCore
let chat: DeskChat
let shop: Awaited<ReturnType<TestCore['makeOrganization']>>
let other: Awaited<ReturnType<TestCore['makeOrganization']>>
let id: number
let actor: Awaited<ReturnType<typeof shop.join>>
let people = 0

beforeAll(async () => {
  test = await openTestCore()
  chat = await openDeskChat(test)
  shop = await test.makeOrganization('Shop', 'shop')
  other = await test.makeOrganization('Other', 'other')
})
afterAll(async () => {
  await chat.close()
  await test.close()
})
beforeEach(async () => {
  people += 1
  actor = await shop.join(`Agent ${people}`)
  id = actor.person.telegramUserId
})

const last = async () => (await chat.told(id)).at(-1) ?? ''
const choose = async (choice: string) => chat.press(id, await chat.button(id, choice))
const toldAll = async () => (await chat.told(id)).join('\n')

const leads = () =>
  test.rows<{ name: string | null; identities: string[]; source: string | null; notes: string[] }>(
    `select c.name, coalesce((select array_agg(i.kind || ' ' || i.value order by i.kind) from contact_identity i
         where i.contact_id = c.id), '{}') as identities, l.attribution::text as source,
       (select array_agg(n.body) from note n where n.lead_id = l.id) as notes
     from lead l join contact c on c.id = l.contact_id where l.owner_id = $1 order by l.number`,
    [actor.memberId],
  )

describe('adding a lead', () => {
  it('asks for one thing after another, and keeps nothing before it was shown', async () => {
    await chat.write(id, '/new')
    await chat.write(id, 'Rosa Diaz')
    await chat.write(id, '12')
    expect(await last()).toContain('no phone number')
    await chat.write(id, '+33 6 39 98 00 31')
    await choose('walk-in')
    await chat.write(id, 'Wants to see the gym')
    expect(await last()).toMatch(/Rosa Diaz[\s\S]*\+33 6 39 98 00 31[\s\S]*Came in[\s\S]*Wants to see/)
    expect(await leads()).toEqual([])
    await choose('save')
    expect(await leads()).toMatchObject([
      { name: 'Rosa Diaz', identities: ['phone +33639980031'], notes: ['Wants to see the gym'] },
    ])
    expect((await leads())[0]?.source).toContain('Came in')
    expect(await toldAll()).toContain('Added.')
  })

  it('adds once what is saved twice', async () => {
    await chat.write(id, '/new')
    await chat.write(id, 'Twice Saved\n+33 6 39 98 00 32\na note')
    await choose('skip')
    const save = chat.pressed(id, await chat.button(id, 'save'))
    await Promise.all([chat.hear(save), chat.hear(save)])
    expect(await leads()).toHaveLength(1)
    expect((await chat.told(id)).filter((html) => html.includes('Added.'))).toHaveLength(1)
  })

  it('shows who is known already, and opens him while it waits', async () => {
    const origin = { account: '7', chat: '7', message: people }
    const known = { name: 'Maria Known', phone: '+33639980033', origin }
    const { leadId } = await test.desk.perform(actor, 'addLead', known)
    await chat.write(id, '/new')
    await chat.write(id, 'Mary')
    await chat.write(id, '+33 6 39 98 00 33')
    await choose('skip')
    await choose('skip')
    expect(await last()).toContain('same phone number')
    await chat.press(id, `open:${shortId(leadId)}`)
    expect(await last()).toContain('Maria Known')
    await choose('cancel')
    expect(await leads()).toHaveLength(1)
  })

  it('takes a contact from an address book, and a username with its network', async () => {
    await chat.write(id, '/new')
    const contact = { phone_number: '33639980034', first_name: 'Nora', last_name: 'B' }
    await chat.hear(chat.message(id, { contact }))
    await choose('skip')
    await choose('skip')
    await choose('save')
    await chat.write(id, '/new')
    await choose('skip')
    await chat.write(id, '@maria.k')
    await choose('instagram')
    await choose('skip')
    await choose('skip')
    await choose('save')
    expect((await leads()).map(({ identities }) => identities)).toEqual([
      ['phone +33639980034'],
      ['instagram_username maria.k'],
    ])
  })

  it('is not for viewers', async () => {
    const viewer = await shop.join(`Viewer ${people}`, 'viewer')
    await chat.write(viewer.person.telegramUserId, '/new')
    expect((await chat.told(viewer.person.telegramUserId)).at(-1)).toContain('Your role does not allow this')
  })
})

describe('writing a quick reply', () => {
  const replies = () =>
    test.rows(`select shortcut, body, category, owner_id is null as shared from quick_reply order by id`)

  it('shows how it would look, and asks again for what is taken', async () => {
    await test.desk.perform(actor, 'saveQuickReply', { shortcut: 'hours', body: 'x', category: 'Info' })
    await chat.press(id, 'quick-new')
    await chat.write(id, 'Hours')
    await chat.write(id, 'Hi {first_name}, {prize}!')
    expect(await last()).toMatch(/Hi Maria, \{prize\}![\s\S]*no variable \{prize\}/)
    await choose('rewrite')
    await chat.write(id, 'Hi {first_name}, {agent} of {business}.')
    expect(await last()).toContain('Hi Maria, Agent of Shop.')
    await choose('good')
    await choose('c0')
    expect(await last()).toContain('hours')
    await chat.write(id, 'Welcome')
    expect(await replies()).toMatchObject([
      { shortcut: 'hours' },
      {
        shortcut: 'welcome',
        body: 'Hi {first_name}, {agent} of {business}.',
        category: 'Info',
        shared: false,
      },
    ])
    expect(await toldAll()).toContain('is kept: it is behind')
  })

  it('asks those who may share for whom it is', async () => {
    const admin = await shop.join(`Admin ${people}`, 'admin')
    id = admin.person.telegramUserId
    await chat.press(id, 'quick-new')
    await chat.write(id, 'prices')
    await chat.write(id, 'From 20.')
    await choose('good')
    await choose('skip')
    await choose('everybody')
    expect((await replies()).at(-1)).toMatchObject({ shortcut: 'prices', shared: true, category: null })
  })
})

describe('setting up', () => {
  it('keeps each answer at once, speaks the chosen language from then on, and goes on later', async () => {
    const [row] = await test.rows<{ id: string }>(
      `select telegram_user_id as id from member where organization_id = $1 and role = 'owner'`,
      [shop.organizationId],
    )
    id = Number(row?.id)
    await chat.write(id, '/start')
    await choose('setup')
    await choose('fr')
    expect(await last()).toContain('Comment s’appelle votre entreprise')
    await chat.write(id, 'Atlas Gym')
    await chat.write(id, '/cancel')
    await chat.write(id, '/setup')
    expect(await last(), 'the name is done').toMatch(/Reprenons[\s\S]*Étape 3 sur 4[\s\S]*fuseau/)
    await chat.write(id, 'Mars/Base')
    expect(await last()).toContain('Dans quel fuseau horaire')
    await choose('o1')
    await choose('o3')
    const facts = await test.desk.ask(shop.owner, 'readOrganization', {})
    expect(facts).toEqual({ name: 'Atlas Gym', language: 'fr', timeZone: 'Europe/Paris', currency: 'MAD' })
    expect(await last()).toMatch(/en place[\s\S]*Atlas Gym[\s\S]*✅ Un canal[\s\S]*▫️ Aucun groupe/)
    expect(await chat.button(id, 'connect')).toBe('begin:connect')
    await chat.write(id, '/setup')
    expect(await last(), 'nothing is left to ask').toMatch(/en place[\s\S]*Atlas Gym/)
    await choose('again')
    expect(await last()).toMatch(/Mettons[\s\S]*Étape 1 sur 4/)
    await choose('skip')
    await chat.write(id, '/start')
    await choose('setup')
    expect(await last()).toMatch(/Étape 2 sur 4[\s\S]*Atlas Gym/)
    expect(await toldAll(), 'to go on ends nothing').not.toContain('Arrêté d’abord')
    for (let left = 3; left > 0; left -= 1) await choose('skip')
    await choose('invite')
    expect(await last()).toMatch(/inviter/i)
  })

  it('begins by itself when the owner of a new business first comes, once', async () => {
    const { owner, organizationId } = await test.makeOrganization(`New ${people}`, `new-${people}`)
    const [row] = await test.rows<{ id: string }>(
      'select telegram_user_id as id from member where organization_id = $1',
      [organizationId],
    )
    id = Number(row?.id)
    const start = chat.written(id, '/start')
    await chat.hear(start)
    await chat.hear(start)
    const told = await chat.told(id)
    expect(told).toHaveLength(2)
    expect(told[1]).toMatch(/Let us set up[\s\S]*Step 1 of 4/)
    await choose('skip')
    await choose('cancel')
    expect(await last()).toContain('What you answered is kept')
    const before = await chat.told(id)
    await chat.write(id, '/start')
    expect((await chat.told(id)).slice(before.length), 'a greeting and no question').toHaveLength(1)
    expect(await test.desk.ask(owner, 'readSetup', {})).toEqual({ begun: true, done: ['language'] })
    const buttons = (await chat.posts(id)).at(-1)?.content.buttons?.flat()
    expect(buttons?.at(-1)?.text.replace(/[\u2066-\u2069]/g, '')).toContain('1 of 4')
  })

  it('is for owners alone', async () => {
    await chat.write(id, '/setup')
    expect(await last()).toContain('Your role does not allow this')
  })
})

describe('a link into the bot', () => {
  const lead = async (of: typeof shop) => {
    const origin = { account: '7', chat: 'links', message: people }
    const typed = { name: `Linked ${of.account} ${people}`, origin }
    return (await test.desk.perform(of.owner, 'addLead', typed)).leadId
  }

  it('opens a lead of one’s own business', async () => {
    await chat.write(id, `/start lead_${shortId(await lead(shop))}`)
    expect(await last()).toContain(`Linked shop ${people}`)
  })

  it('opens nothing of another business', async () => {
    await chat.write(id, `/start lead_${shortId(await lead(other))}`)
    expect(await last()).toContain('no such lead')
    await chat.write(id, `/start channel_${shortId(other.channelAccountId)}`)
    expect(await last()).toContain('Your role does not allow this')
  })

  it('opens a channel for whoever manages channels', async () => {
    const admin = await shop.join(`Admin ${people}`, 'admin')
    id = admin.person.telegramUserId
    await chat.write(id, `/start channel_${shortId(shop.channelAccountId)}`)
    expect(await last()).toContain('Shop WhatsApp')
    await chat.write(id, `/start channel_${shortId(other.channelAccountId)}`)
    expect(await last()).not.toContain('Other')
  })

  it('opens a search', async () => {
    await lead(shop)
    await chat.write(id, `/start find_${Buffer.from(`Linked shop ${people}`).toString('base64url')}`)
    expect(await last()).toContain(`Linked shop ${people}`)
  })

  it.each(['lead_short', 'find_', 'constructor_x', 'what', 'lead_', 'invite'])(
    '%s ends clearly',
    async (link) => {
      await chat.write(id, `/start ${link}`)
      expect(await last()).toContain('This link opens nothing here')
    },
  )
})

describe('whoever comes by a link', () => {
  it('is told who invited him', async () => {
    const admin = await shop.join('Karim', 'admin')
    id = admin.person.telegramUserId
    await chat.write(id, '/invite')
    await choose('viewer')
    await chat.write(id, 'Omar')
    const code = /start=(invite_[\w-]+)/.exec(await toldAll())?.[1]
    id = 990_001
    await chat.write(id, `/start ${code}`)
    expect(await toldAll()).toContain('Karim invited you')
  })
})
