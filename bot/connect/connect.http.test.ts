import { afterEach, describe, expect, it } from 'vitest'
import { DeskError } from '#core/errors.ts'
import { shortId } from '#core/new-id.ts'
import type { NewPost } from '#core/posts/post.ts'
import { channelId, makeChannel } from '../testing/make-channel.ts'
import { messageId as proposalId } from '../testing/make-lead.ts'
import { openChat } from '../testing/open-chat.ts'
import { refusal } from '../testing/open-fake-telegram.ts'

let chat: Awaited<ReturnType<typeof openChat>>
afterEach(() => chat.close())

const token = `EAAG${'x1Y2'.repeat(20)}`
const id = shortId(channelId)
const which = shortId(proposalId)
const proposal = {
  proposalId,
  name: 'Harbour <Bakery>',
  facts: { displayNumber: '+33 1 89 00 00 01' },
  warnings: [] as { code: string; detail?: string }[],
  state: 'new',
}
const answers = {
  listChannels: () => [makeChannel({ name: 'Harbour Bakery' })],
  proposeChannel: () => ({ outcome: 'found', proposals: [proposal] }),
  connectProposedChannel: () => ({
    outcome: 'connected',
    channelAccountId: channelId,
    subscription: 'mended',
    dangers: [],
  }),
  disconnectChannel: () => undefined,
  withdrawProposals: () => undefined,
}
const open = (more: object = {}, setup?: Parameters<typeof openChat>[3]) =>
  openChat('admin', { ...answers, ...more }, 'https://desk.example.com', setup)
const channelsPost: NewPost = {
  chat: { id: '702', kind: 'private' },
  key: 'channels:1',
  urgency: 1,
  content: {},
}

type Buttons = { data?: string }[][] | undefined

/** What was said last; that a question lost its buttons is not said. */
const shown = () => chat.posts().findLast(({ content }) => (content.buttons as Buttons)?.length !== 0)
const html = () => String(shown()?.content.html ?? '').replace(/[\u2066-\u2069\u200e\u200f]/g, '')
const offered = () =>
  ((shown()?.content.buttons ?? []) as NonNullable<Buttons>).flat().map(({ data }) => data)

/** Presses what the newest question offers. */
async function choose(choice: string) {
  const data = offered().find((one) => one?.endsWith(`:${choice}`))
  if (!data) throw new Error(`Nothing offers ${choice}: ${offered().join(' ')}`)
  await chat.press(data, shown())
}

/** As far as the question for the token. */
async function askedForToken() {
  await chat.write('/connect')
  await choose('whatsapp')
  await chat.write('102290129340398')
}

describe('connecting a channel', () => {
  it('goes from the network over the account and its token to the name, and only then connects', async () => {
    chat = await open()
    await chat.write('/connect')
    expect(html()).toContain('Which account')
    await choose('whatsapp')
    expect(html()).toContain('Step 1 of 2')
    await chat.write('what is that?')
    expect(html()).toContain('not what was asked for')
    await chat.write('102290129340398')
    expect(html()).toMatch(/Step 2 of 2[\s\S]*System users[\s\S]*deleted at once/)
    await chat.write(token)
    expect(html()).toContain('<b>Harbour &lt;Bakery&gt;</b> · +33 1 89 00 00 01')
    expect(chat.done().map(({ name, input }) => [name, input])).toEqual([
      ['proposeChannel', { network: 'whatsapp', token, settings: { businessAccountId: '102290129340398' } }],
    ])
    await choose(which)
    expect(html()).toMatch(/is connected[\s\S]*desk\.example\.com\/webhooks\/meta[\s\S]*Try it/)
    expect(offered()).toEqual([`channel:${id}`])
  })

  it('takes the token out of the chat before anybody is asked, and keeps it in no post and in no update', async () => {
    let deletedFirst = false
    chat = await open({
      proposeChannel: () => {
        deletedFirst = chat.telegram.of('deleteMessage').length === 1
        return answers.proposeChannel()
      },
    })
    await askedForToken()
    expect(await chat.write(token)).toEqual({ forget: true })
    expect(deletedFirst).toBe(true)
    expect(JSON.stringify(chat.posts())).not.toContain(token)
    expect(JSON.stringify(chat.telegram.calls)).not.toContain(token)
  })

  it('asks the person to delete what Telegram does not delete', async () => {
    chat = await open({ proposeChannel: () => ({ outcome: 'found', proposals: [] }) })
    await askedForToken()
    chat.telegram.on('deleteMessage', () => refusal(400, "Bad Request: message can't be deleted"))
    await chat.write(token)
    expect(html()).toContain('please delete it yourself')
    chat.telegram.on('deleteMessage', () => refusal(400, 'Bad Request: message to delete not found'))
    await chat.write(token)
    expect(html()).not.toContain('please delete it yourself')
  })

  it.each([
    [
      'refused',
      { code: '190', title: 'Session has expired' },
      /does not accept this token[\s\S]*Session has expired/,
    ],
    ['later', { code: 'no-connection', title: 'No connection to Meta' }, /does not answer at the moment/],
  ])('says what the network said when it is %s, and asks again', async (outcome, failure, words) => {
    chat = await open({ proposeChannel: () => ({ outcome, failure }) })
    await askedForToken()
    await chat.write(token)
    expect(html()).toMatch(words)
    chat.answers.proposeChannel = answers.proposeChannel
    await chat.write(token)
    expect(html()).toContain('Is it the right one?')
  })

  it('says that a good token opens nothing, and what to do about it', async () => {
    chat = await open({ proposeChannel: () => ({ outcome: 'found', proposals: [] }) })
    await askedForToken()
    await chat.write(token)
    expect(html()).toContain('opens no such account')
  })

  it('offers no button for an account of another organization, and warns of what would not work', async () => {
    const { proposalId: _, ...taken } = { ...proposal, state: 'of-another' }
    const warned = { ...proposal, warnings: [{ code: 'permission', detail: 'leads_retrieval' }] }
    chat = await open({ proposeChannel: () => ({ outcome: 'found', proposals: [taken, warned] }) })
    await askedForToken()
    await chat.write(token)
    expect(html()).toMatch(/another organization[\s\S]*<code>leads_retrieval<\/code>/)
    expect(offered().map((data) => data?.split(':').at(-1))).toEqual([which, 'cancel'])
  })

  it('can be tried again when the network fails at the last moment', async () => {
    const failure = { code: 'no-connection', title: 'No connection to Meta' }
    chat = await open({ connectProposedChannel: () => ({ outcome: 'later', failure }) })
    await askedForToken()
    await chat.write(token)
    await choose(which)
    expect(html()).toContain('does not answer at the moment')
    chat.answers.connectProposedChannel = answers.connectProposedChannel
    await choose('again')
    expect(html()).toContain('is connected')
  })

  it('says it when what was put in is forgotten by now', async () => {
    chat = await open({
      connectProposedChannel: () => {
        throw new DeskError('not-found', 'proposal-gone')
      },
    })
    await askedForToken()
    await chat.write(token)
    await choose(which)
    expect(html()).toContain('forgotten after half an hour')
  })

  it('names what the operator has to set, and asks for no token before', async () => {
    chat = await open({}, (network) =>
      network === 'whatsapp'
        ? { missing: ['META_APP_SECRET', 'PUBLIC_URL'], sometimes: [] }
        : { missing: [], sometimes: ['INSTAGRAM_APP_SECRET'] },
    )
    await chat.press('begin:connect:whatsapp', channelsPost)
    expect(html()).toMatch(/META_APP_SECRET[\s\S]*PUBLIC_URL[\s\S]*restart/)
    expect(offered()).toEqual(['begin:connect:whatsapp'])
    await chat.press('begin:connect:instagram', channelsPost)
    expect(html()).toMatch(/Copy the token[\s\S]*INSTAGRAM_APP_SECRET/)
  })

  it('asks LinkedIn’s customers for an address, and everybody else for the token at once', async () => {
    chat = await open()
    await chat.press('begin:connect:linkedin_leads', channelsPost)
    await chat.write('https://www.linkedin.com/company/12345/admin')
    await chat.write(token)
    expect(chat.done()[0]?.input).toMatchObject({ externalId: 'organization:12345' })
    for (const network of ['instagram', 'messenger', 'facebook_leads', 'telegram']) {
      await chat.press(`begin:connect:${network}`, channelsPost)
      expect(html()).toMatch(/Copy the token/)
    }
  })

  it.each([
    ['whatsapp', '102290129340398'],
    ['instagram'],
    ['messenger'],
    ['facebook_leads'],
    ['telegram'],
    ['linkedin_leads', 'urn:li:organization:77'],
  ])('leads from the list of networks to the end of connecting %s', async (network, account?: string) => {
    chat = await open({ listChannels: () => [makeChannel({ network })] })
    await chat.write('/connect')
    await choose(network)
    if (account) await chat.write(account)
    await chat.write(token)
    await choose(which)
    expect(html()).toMatch(/is connected[\s\S]*Try it/)
    expect(chat.done().map(({ name }) => name)).toEqual([
      'proposeChannel',
      'connectProposedChannel',
      'withdrawProposals',
    ])
  })

  it('that no network is the name of ends clearly', async () => {
    chat = await open()
    await chat.press('begin:connect:carrier-pigeons', channelsPost)
    expect(html()).toContain('This button')
  })

  it('of a form asks for its name instead', async () => {
    chat = await open()
    await chat.write('/connect')
    await choose('forms')
    expect(chat.posts().map(({ content }) => content.purpose)).toContain('new-form')
  })

  it.each(['agent', 'viewer'] as const)('is refused to %ss, whatever they press', async (role) => {
    chat = await openChat(role, answers)
    await chat.write('/connect')
    expect(html()).toContain('Your role does not allow this')
    for (const verb of ['begin:connect:telegram', `begin:reconnect:${id}`, `disconnect:${id}`]) {
      await chat.press(verb, channelsPost)
      expect(chat.toast()).toContain('Your role does not allow this')
    }
    expect(chat.done()).toEqual([])
  })
})

describe('a channel that is connected', () => {
  it('gets a new token below its alert or its page, for that very account', async () => {
    chat = await open({
      proposeChannel: () => {
        throw new DeskError('invalid', 'token-of-another-account', { name: 'Harbour Bakery' })
      },
    })
    await chat.press(`begin:reconnect:${id}`, { ...channelsPost, key: 'stopped:1' })
    expect(html()).toContain('A new token for WhatsApp · Harbour Bakery')
    await chat.write(token)
    expect(chat.done()[0]?.input).toEqual({
      network: 'whatsapp',
      token,
      settings: {},
      channelAccountId: channelId,
    })
    expect(html()).toMatch(/another account than[\s\S]*A new token for/)
  })

  it('is disconnected only after a question, and then offers to be connected again', async () => {
    chat = await open()
    await chat.press(`disconnect:${id}`, channelsPost)
    expect(chat.done()).toEqual([])
    expect(offered()).toEqual([`disconnect-yes:${id}`, `channel:${id}`])
    chat.answers.listChannels = () => [
      makeChannel({ state: 'stopped', stoppedReason: { code: 'disconnected-here', title: 'x' } }),
    ]
    await chat.press(`disconnect-yes:${id}`, channelsPost)
    expect(chat.done()).toMatchObject([{ name: 'disconnectChannel', input: { channelAccountId: channelId } }])
    expect(offered()).toEqual([`begin:reconnect:${id}`, 'channels'])
  })
})

describe('a token that nobody asked for', () => {
  it('goes to no customer, and does not stay in the chat', async () => {
    chat = await open()
    const card = {
      ...channelsPost,
      key: `card:${channelId}`,
      leadId: channelId,
      content: { method: 'send', html: '' },
    }
    expect(await chat.answer(card, token)).toEqual({ forget: true })
    expect(chat.done()).toEqual([])
    expect(chat.telegram.of('deleteMessage')).toHaveLength(1)
    expect(html()).toContain('looks like an access token')
  })
})
