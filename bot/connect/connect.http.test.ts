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
const go = `connect-go:${shortId(proposalId)}`
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
  withdrawProposals: () => undefined,
  disconnectChannel: () => undefined,
}
const open = (more: object = {}, setup?: Parameters<typeof openChat>[3]) =>
  openChat('admin', { ...answers, ...more }, 'https://desk.example.com', setup)
const channelsPost: NewPost = {
  chat: { id: '702', kind: 'private' },
  key: 'channels:1',
  urgency: 1,
  content: {},
}

/** As far as the question for the token. */
async function askedForToken() {
  await chat.write('/connect')
  await chat.press('connect-to:whatsapp', chat.last())
  await chat.answer(chat.last(), '102290129340398')
  return chat.last()
}

describe('connecting a channel', () => {
  it('goes from the network over the account and its token to the name, and only then connects', async () => {
    chat = await open()
    await chat.write('/connect')
    expect(chat.buttons()).toEqual(expect.arrayContaining(['connect-to:telegram', 'form-add:forms']))
    await chat.press('connect-to:whatsapp', chat.last())
    expect(chat.html()).toContain('Step 1 of 2')
    await chat.answer(chat.last(), 'what is that?')
    expect(chat.html()).toContain('not what was asked for')
    await chat.answer(chat.last(), '102290129340398')
    expect(chat.html()).toMatch(/Step 2 of 2[\s\S]*System users[\s\S]*deleted at once/)
    await chat.answer(chat.last(), token)
    expect(chat.html()).toContain('<b>Harbour &lt;Bakery&gt;</b> · +33 1 89 00 00 01')
    expect(chat.done().map(({ name, input }) => [name, input])).toEqual([
      ['proposeChannel', { network: 'whatsapp', token, settings: { businessAccountId: '102290129340398' } }],
    ])
    await chat.press(go, chat.last())
    expect(chat.html()).toMatch(/is connected[\s\S]*desk\.example\.com\/webhooks\/meta[\s\S]*Try it/)
    expect(chat.buttons()).toEqual([`channel:${id}`])
  })

  it('takes the token out of the chat before anybody is asked, and keeps it in no post and in no update', async () => {
    let deletedFirst = false
    chat = await open({
      proposeChannel: () => {
        deletedFirst = chat.telegram.of('deleteMessage').length === 1
        return answers.proposeChannel()
      },
    })
    const question = await askedForToken()
    expect(await chat.answer(question, token)).toEqual({ forget: true })
    expect(deletedFirst).toBe(true)
    expect(JSON.stringify(chat.posts())).not.toContain(token)
    expect(JSON.stringify(chat.telegram.calls)).not.toContain(token)
  })

  it('asks the person to delete what Telegram does not delete', async () => {
    chat = await open()
    const question = await askedForToken()
    chat.telegram.on('deleteMessage', () => refusal(400, "Bad Request: message can't be deleted"))
    await chat.answer(question, token)
    expect(chat.html()).toContain('please delete it yourself')
    chat.telegram.on('deleteMessage', () => refusal(400, 'Bad Request: message to delete not found'))
    await chat.answer(question, token)
    expect(chat.html()).not.toContain('please delete it yourself')
  })

  it.each([
    [
      'refused',
      { code: '190', title: 'Session has expired' },
      /does not accept this token[\s\S]*Session has expired/,
    ],
    ['later', { code: 'no-connection', title: 'No connection to Meta' }, /does not answer at the moment/],
  ])('says what the network said when it %s, and asks again', async (outcome, failure, words) => {
    chat = await open({ proposeChannel: () => ({ outcome, failure }) })
    await chat.answer(await askedForToken(), token)
    expect(chat.html()).toMatch(words)
    expect(chat.last()?.content).toMatchObject({
      purpose: 'connect-token',
      dialogue: { network: 'whatsapp', businessAccountId: '102290129340398' },
    })
  })

  it('says that a good token opens nothing, and what to do about it', async () => {
    chat = await open({ proposeChannel: () => ({ outcome: 'found', proposals: [] }) })
    await chat.answer(await askedForToken(), token)
    expect(chat.html()).toContain('opens no such account')
  })

  it('offers no button for an account of another organization, and warns of what would not work', async () => {
    const { proposalId: _, ...taken } = { ...proposal, state: 'of-another' }
    const warned = { ...proposal, warnings: [{ code: 'permission', detail: 'leads_retrieval' }] }
    chat = await open({ proposeChannel: () => ({ outcome: 'found', proposals: [taken, warned] }) })
    await chat.answer(await askedForToken(), token)
    expect(chat.html()).toMatch(/another organization[\s\S]*<code>leads_retrieval<\/code>/)
    expect(chat.buttons()).toEqual([go, 'connect-stop'])
  })

  it('can be tried again when the network fails at the last moment, and be stopped', async () => {
    const failure = { code: 'no-connection', title: 'No connection to Meta' }
    chat = await open({ connectProposedChannel: () => ({ outcome: 'later', failure }) })
    await chat.answer(await askedForToken(), token)
    const found = chat.last()
    await chat.press(go, found)
    expect(chat.buttons()).toEqual([go, 'connect-stop'])
    await chat.press('connect-stop', found)
    expect(chat.html()).toContain('the token is forgotten')
    expect(chat.done().at(-1)).toMatchObject({ name: 'withdrawProposals' })
  })

  it('names what the operator has to set, and asks for no token before', async () => {
    chat = await open({}, (network) =>
      network === 'whatsapp'
        ? { missing: ['META_APP_SECRET', 'PUBLIC_URL'], sometimes: [] }
        : { missing: [], sometimes: ['INSTAGRAM_APP_SECRET'] },
    )
    await chat.write('/connect')
    const page = chat.last()
    await chat.press('connect-to:whatsapp', page)
    expect(chat.html()).toMatch(/META_APP_SECRET[\s\S]*PUBLIC_URL[\s\S]*restart/)
    expect(chat.last()?.content.purpose).toBeUndefined()
    await chat.press('connect-to:instagram', page)
    expect(chat.html()).toContain('INSTAGRAM_APP_SECRET')
    expect(chat.last()?.content.purpose).toBe('connect-token')
  })

  it('asks LinkedIn’s customers for an address, and everybody else for the token at once', async () => {
    chat = await open()
    await chat.press('connect-to:linkedin_leads', channelsPost)
    await chat.answer(chat.last(), 'https://www.linkedin.com/company/12345/admin')
    await chat.answer(chat.last(), token)
    expect(chat.done()[0]?.input).toMatchObject({ externalId: 'organization:12345' })
    for (const network of ['instagram', 'messenger', 'facebook_leads', 'telegram']) {
      await chat.press(`connect-to:${network}`, channelsPost)
      expect(chat.last()?.content).toMatchObject({ purpose: 'connect-token', dialogue: { network } })
    }
  })

  it.each(['agent', 'viewer'] as const)('is refused to %ss, whatever they press or answer', async (role) => {
    chat = await openChat(role, answers)
    await chat.write('/connect')
    expect(chat.html()).toContain('Your role does not allow this')
    for (const verb of ['connect', 'connect-to:telegram', `reconnect:${id}`, `disconnect:${id}`]) {
      await chat.press(verb, channelsPost)
      expect(chat.toast()).toContain('Your role does not allow this')
    }
    const content = { method: 'send', html: '', purpose: 'connect-token', dialogue: { network: 'telegram' } }
    await chat.answer({ ...channelsPost, content }, token)
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
    await chat.press(`reconnect:${id}`, { ...channelsPost, key: 'stopped:1' })
    expect(chat.html()).toContain('A new token for WhatsApp · Harbour Bakery')
    await chat.answer(chat.last(), token)
    expect(chat.done()[0]?.input).toEqual({
      network: 'whatsapp',
      token,
      settings: {},
      channelAccountId: channelId,
    })
    expect(chat.html()).toContain('another account than')
    expect(chat.last()?.content).toMatchObject({ purpose: 'connect-token' })
  })

  it('is disconnected only after a question, and then offers to be connected again', async () => {
    chat = await open()
    await chat.press(`disconnect:${id}`, channelsPost)
    expect(chat.done()).toEqual([])
    expect(chat.buttons()).toEqual([`disconnect-yes:${id}`, `channel:${id}`])
    chat.answers.listChannels = () => [
      makeChannel({ state: 'stopped', stoppedReason: { code: 'disconnected-here', title: 'x' } }),
    ]
    await chat.press(`disconnect-yes:${id}`, channelsPost)
    expect(chat.done()).toMatchObject([{ name: 'disconnectChannel', input: { channelAccountId: channelId } }])
    expect(chat.buttons()).toEqual([`reconnect:${id}`, 'channels'])
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
    expect(chat.html()).toContain('looks like an access token')
  })
})
