import { join } from 'node:path'
import { pino } from 'pino'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { DeskError } from '#core/errors.ts'
import { loadWords } from '#core/i18n.ts'
import type { RawCall } from '#core/inbox/raw-call.ts'
import { shortId } from '#core/new-id.ts'
import type { Membership } from './context.ts'
import { createStaffBot, type StaffBot } from './create-staff-bot.ts'
import { createFakeDesk } from './testing/fake-desk.ts'
import { leadId, makeLead, makeMember, messageId, organizationId, roleFacts } from './testing/make-lead.ts'
import { openFakeTelegram, refusal } from './testing/open-fake-telegram.ts'

const words = loadWords(join(import.meta.dirname, '../locales'))
const log = pino({ enabled: false })
const token = `4200:${'x'.repeat(35)}`
const short = shortId(leadId)

let telegram: Awaited<ReturnType<typeof openFakeTelegram>>
let bot: StaffBot
beforeEach(async () => {
  telegram = await openFakeTelegram()
})
afterEach(async () => {
  await bot.close()
  await telegram.close()
})

const membership = (changes: Partial<Membership> = {}) => ({
  ...roleFacts(changes.role ?? 'agent'),
  organizationId,
  memberId: makeMember('02').id,
  name: 'Amina',
  username: null,
  language: 'en',
  unreachable: false,
  ...changes,
})

function open(answers: Record<string, (input: never) => unknown> = {}) {
  const fake = createFakeDesk({
    findMemberships: () => [membership()],
    findLead: () => makeLead(),
    findPost: () => null,
    listInbox: () => ({ leads: [makeLead()], total: 1 }),
    listMembers: () => [makeMember('01', { role: 'owner' }), makeMember('02')],
    listRoles: () => [],
    listAssignees: () => [],
    meetMember: () => undefined,
    markSeen: () => undefined,
    ...answers,
  })
  bot = createStaffBot({
    token,
    apiRoot: telegram.apiRoot,
    desk: fake.desk,
    words,
    log,
    files: {
      open: () => Promise.reject(new Error('no file')),
      link: () => 'https://desk.example.com/media/x',
    },
    publicUrl: () => 'https://desk.example.com',
  })
  const html = () => fake.posts().map(({ content }) => String(content.html ?? ''))
  // That the customer is told that he was seen is a matter of its own.
  const done = () => fake.done().filter(({ name }) => name !== 'markSeen')
  return { ...fake, done, html }
}

let updateId = 0
const from = { id: 702, is_bot: false, first_name: 'Amina', language_code: 'en' }
const chat = { id: 702, type: 'private', first_name: 'Amina' }
const hear = async (update: object) => {
  updateId += 1
  await bot.handleUpdate(Buffer.from(JSON.stringify({ update_id: updateId, ...update })))
}
const message = (part: object) => ({ message_id: 50, date: 1_795_000_000, chat, from, ...part })
const text = (words_: string, more: object = {}) =>
  message({
    text: words_,
    ...(words_.startsWith('/')
      ? { entities: [{ type: 'bot_command', offset: 0, length: words_.split(' ')[0]?.length }] }
      : {}),
    ...more,
  })
const reply = { reply_to_message: message({ message_id: 40, text: 'card' }) }
const press = (data: string, more: object = {}) => ({
  callback_query: { id: '1', from, chat_instance: 'c', data, message: message({ message_id: 40 }), ...more },
})
const cardPost = () => ({ key: `card:${leadId}`, leadId, content: {}, messageId: null })

describe('strangers', () => {
  it('get one neutral answer to everything and change nothing', async () => {
    const { done, posts } = open({ findMemberships: () => [] })
    for (const words_ of ['/start', '/inbox', `/start lead_${short}`, 'hello'])
      await hear({ message: text(words_) })
    await hear(press(`claim:${short}`))
    const said = telegram.of('sendMessage').map((payload) => payload.text)
    expect(new Set(said).size).toBe(1)
    expect(said[0]).toContain('ask for an invitation link')
    expect(telegram.of('answerCallbackQuery')).toHaveLength(1)
    expect([done(), posts()]).toEqual([[], []])
  })

  it('in groups are not answered, and a button there does nothing', async () => {
    const { done } = open()
    const group = { id: -5, type: 'supergroup', title: 'x' }
    await hear({ message: text('/inbox', { chat: group }) })
    await hear(press(`claim:${short}`, { message: message({ chat: group }) }))
    expect(telegram.of('sendMessage')).toEqual([])
    expect(telegram.of('answerCallbackQuery')[0]?.text).toContain('only in your private chat')
    expect(done()).toEqual([])
  })

  it('become members by an invitation and are welcomed', async () => {
    let joined = false
    const { done, html } = open({
      findMemberships: () => (joined ? [membership()] : []),
      acceptInvitation: () => {
        joined = true
        return { memberId: membership().memberId, invitedBy: 'Karim <b>' }
      },
    })
    await hear({ message: text(`/start invite_${shortId(organizationId)}${'s'.repeat(22)}`) })
    expect(done()[0]).toMatchObject({
      name: 'acceptInvitation',
      actor: { kind: 'person', organizationId, person: { telegramUserId: 702 } },
      input: { secret: 's'.repeat(22) },
    })
    expect(html()[0]).toContain('Welcome to the team')
    expect(html()[0]).toMatch(/Karim &lt;b&gt;.* invited you/)
  })

  it('learn nothing from a wrong invitation but that it is none', async () => {
    const { posts } = open({
      findMemberships: () => [],
      acceptInvitation: () => {
        throw new DeskError('not-found', 'invitation-unknown')
      },
    })
    await hear({ message: text('/start invite_x') })
    await hear({ message: text(`/start invite_${shortId(organizationId)}guess`) })
    const said = telegram.of('sendMessage').map((payload) => payload.text)
    expect(said).toHaveLength(2)
    expect(said[0]).toBe(said[1])
    expect(posts()).toEqual([])
  })
})

describe('commands', () => {
  it('/start greets, says how to answer and what waits, and takes over the language', async () => {
    const { done, html } = open({ findMemberships: () => [membership({ language: null })] })
    await hear({ message: text('/start', { from: { ...from, language_code: 'fr-CA' } }) })
    expect(done()[0]).toMatchObject({ name: 'meetMember', input: { name: 'Amina', language: 'fr' } })
    expect(html()[0]).toMatch(/Bonjour[\s\S]*Comment répondre[\s\S]*Pistes ouvertes/)
  })

  it('/lead opens a card that can be answered, and explains itself without a number', async () => {
    const { posts, html } = open()
    await hear({ message: text('/lead 12') })
    expect(posts()[0]).toMatchObject({ key: `card:${leadId}:${updateId}`, leadId })
    await hear({ message: text('/lead twelve') })
    expect(html()[1]).toContain('for example: 12')
  })

  it('/start with a lead opens its card', async () => {
    const { posts } = open()
    await hear({ message: text(`/start lead_${short}`) })
    expect(posts()[0]?.leadId).toBe(leadId)
  })

  it.each(['/inbox', '/help', '/language', '/team'])('%s answers', async (command) => {
    const { posts, html } = open()
    await hear({ message: text(command) })
    expect(posts()).toHaveLength(1)
    expect(html()[0]?.length).toBeGreaterThan(20)
  })

  it('/invite is for those who lead; the link names the bot, and is refused to others', async () => {
    const { html, answers, done } = open({
      inviteMember: () => ({ code: 'CODE', expiresAt: new Date(Date.now() + 7 * 86_400_000) }),
    })
    await hear({ message: text('/invite') })
    expect(html()[0]).toContain('Your role does not allow this')
    answers.findMemberships = () => [membership({ role: 'admin' })]
    await hear({ message: text('/invite') })
    await hear(press('invite:agent'))
    expect(html().at(-1)).toContain('Who is it for')
    await hear({ message: text('Omar <b>') })
    expect(done()).toMatchObject([{ name: 'inviteMember', input: { role: 'agent', name: 'Omar <b>' } }])
    expect(html().join()).toMatch(
      /Omar &lt;b&gt;[\s\S]*7.* days[\s\S]*https:\/\/t\.me\/desk_bot\?start=invite_CODE/,
    )
  })

  it('that there are not get a hint and never reach a customer', async () => {
    const { done, html } = open({ findPost: cardPost })
    await hear({ message: text('/paid in full', reply) })
    expect(html()[0]).toContain('no such command')
    expect(done()).toEqual([])
  })
})

describe('answers to customers', () => {
  const queued = (replyTo: object) => ({
    name: 'queueReply',
    input: { leadId, body: 'On my way', origin: { account: '4200', chat: '702', message: 50 }, ...replyTo },
  })

  it('below a card quote nothing; below a message they quote it', async () => {
    const { done, answers } = open({ findPost: cardPost, queueReply: () => ({ messageId }) })
    await hear({ message: text('On my way', reply) })
    expect(done()[0]).toEqual({ ...queued({}), actor: expect.objectContaining({ kind: 'member' }) })
    answers.findPost = () => ({ ...cardPost(), key: 'message:e', messageId })
    await hear({ message: text('On my way', reply) })
    expect(done()[1]).toMatchObject(queued({ replyTo: messageId }))
  })

  it('that the desk refuses are explained below the message', async () => {
    const { posts } = open({
      findPost: cardPost,
      queueReply: () => {
        throw new DeskError('conflict', 'reply-window-closed', { hours: 24 })
      },
    })
    await hear({ message: text('On my way', reply) })
    expect(posts()[0]?.content).toMatchObject({
      replyTo: 50,
      html: expect.stringContaining('hours of the customer'),
    })
  })

  it('that belong to no lead go to nobody, and the hint comes at most once a minute', async () => {
    const { done, posts } = open()
    await hear({ message: text('hello') })
    await hear({ message: text('hello?', reply) })
    expect(done()).toEqual([])
    expect(posts()).toHaveLength(1)
  })

  it('are heard again when the database was away', async () => {
    const lost = Object.assign(new Error('connection lost'), { code: '08006' })
    open({
      findPost: cardPost,
      queueReply: () => {
        throw lost
      },
    })
    await expect(hear({ message: text('On my way', reply) })).rejects.toBe(lost)
  })

  it('to the question for a note become a note', async () => {
    const { done, html } = open({
      findPost: () => ({ ...cardPost(), content: { purpose: 'note' } }),
      addNote: () => ({ noteId: messageId }),
    })
    await hear({ message: text('VIP', reply) })
    expect(done()[0]).toMatchObject({
      name: 'addNote',
      input: { leadId, body: 'VIP', idempotencyKey: 'note:4200:702:50' },
    })
    expect(html()[0]).toContain('The customer does not see it')
  })
})

describe('buttons', () => {
  const answersOf = () => telegram.of('answerCallbackQuery')

  it('claim a lead, change the pressed card, and say so', async () => {
    const { done, posts } = open({ findPost: cardPost, claimLead: () => undefined })
    await hear(press(`claim:${short}`))
    expect(done()).toMatchObject([{ name: 'claimLead', input: { leadId } }])
    expect(posts()[0]).toMatchObject({
      targetKey: `card:${leadId}`,
      mergeKey: `change:card:${leadId}`,
      urgency: 0,
    })
    expect(answersOf()[0]?.text).toBe('The lead is yours.')
  })

  it('say who was faster, and put the card right', async () => {
    const { posts } = open({
      findPost: cardPost,
      claimLead: () => {
        throw new DeskError('conflict', 'lead-claimed', { owner: 'Ben' })
      },
    })
    await hear(press(`claim:${short}`))
    expect(answersOf()[0]).toMatchObject({
      text: expect.stringMatching(/Ben.* was faster/),
      show_alert: true,
    })
    expect(posts()).toHaveLength(1)
  })

  it('of five quick presses show one history and one question for a note, and each press is answered', async () => {
    const { posts } = open({ findPost: cardPost, readHistory: () => [] })
    for (let count = 0; count < 5; count += 1) {
      await hear(press(`history:${short}`))
      await hear(press(`note:${short}`))
    }
    expect(posts().length).toBeLessThanOrEqual(4)
    expect(posts()[1]).toMatchObject({ leadId, content: { purpose: 'note', ask: 'Your note' } })
    expect(answersOf()).toHaveLength(10)
  })

  it('offer the statuses and set them', async () => {
    const { done, posts } = open({ findPost: cardPost, changeLeadStatus: () => undefined })
    await hear(press(`status:${short}`))
    expect(JSON.stringify(posts()[0]?.content)).toContain(`set:${short}:follow_up`)
    await hear(press(`set:${short}:follow_up`))
    expect(done()[0]).toMatchObject({ name: 'changeLeadStatus', input: { leadId, status: 'follow_up' } })
  })

  it('that are forged, old or of others are refused kindly and do nothing', async () => {
    const { done, posts } = open({
      findLead: () => {
        throw new DeskError('not-found', 'lead-not-found')
      },
      claimLead: () => {
        throw new DeskError('not-found', 'lead-not-found')
      },
    })
    const forged = [
      'x',
      '',
      'claim',
      'claim:short',
      `fly:${short}`,
      `set:${short}:sold`,
      'inbox:all:-1',
      'language:xx',
      'invite:owner',
      'é'.repeat(32),
    ]
    for (const data of forged) await hear(press(data))
    await hear(press('claim:x', { data: undefined, game_short_name: 'g' }))
    expect(done()).toEqual([])
    await hear(press(`claim:${short}`))
    expect(answersOf()).toHaveLength(forged.length + 2)
    for (const answer of answersOf()) expect(String(answer.text).length).toBeGreaterThan(20)
    expect(posts()).toEqual([])
  })

  it('whose press Telegram has forgotten are done all the same', async () => {
    const { done } = open({ findPost: cardPost, releaseLead: () => undefined })
    telegram.on('answerCallbackQuery', () => refusal(400, 'Bad Request: query is too old'))
    await hear(press(`release:${short}`))
    expect(done()).toHaveLength(1)
  })

  it('turn the pages of the inbox in place', async () => {
    const { posts } = open({
      findPost: () => ({ key: 'inbox:9', leadId: null, content: {}, messageId: null }),
    })
    await hear(press('inbox:mine:8'))
    expect(posts()[0]).toMatchObject({ targetKey: 'inbox:9', content: { method: 'edit' } })
  })

  it('remove a member only after a question', async () => {
    const { done, posts } = open({
      findMemberships: () => [membership({ role: 'owner', memberId: makeMember('01').id })],
      removeMember: () => undefined,
      readLeaving: () => ({
        id: makeMember('02').id,
        name: 'Agent 02',
        leads: 0,
        reminders: 0,
        quickReplies: 0,
      }),
    })
    const other = shortId(makeMember('02').id)
    await hear(press(`remove:${other}`))
    expect(done()).toEqual([])
    expect(JSON.stringify(posts()[0]?.content)).toContain(`remove-yes:${other}`)
    await hear(press(`remove-yes:${other}`))
    expect(done()).toMatchObject([{ name: 'removeMember', input: { memberId: makeMember('02').id } }])
  })
})

describe('a member who blocks the bot', () => {
  const change = (status: string) => ({
    my_chat_member: {
      chat,
      from,
      date: 1,
      old_chat_member: { status: 'member', user: from },
      new_chat_member: { status, user: from, until_date: 0 },
    },
  })

  it('is marked unreachable in every organization, and reachable when he comes back', async () => {
    const { done } = open({
      findMemberships: () => [membership(), membership({ organizationId: leadId })],
      markUnreachable: () => undefined,
    })
    await hear(change('kicked'))
    expect(done().map(({ name, actor }) => `${name} ${actor.organizationId}`)).toEqual([
      `markUnreachable ${organizationId}`,
      `markUnreachable ${leadId}`,
    ])
    await hear(change('member'))
    expect(done().at(-1)).toMatchObject({ name: 'meetMember', input: { reachable: true } })
  })
})

describe('receiving', () => {
  it('works when Telegram is away at the start and comes back', async () => {
    let away = true
    telegram.on('getMe', () => (away ? { status: 502, body: '<html>' } : undefined))
    const { posts } = open()
    setTimeout(() => {
      away = false
    }, 300)
    await hear({ message: text('/help') })
    expect(posts()).toHaveLength(1)
    expect(await bot.username()).toBe('desk_bot')
  })

  it('by webhook tells the secret and all kinds of updates', async () => {
    open()
    await bot.receiveByWebhook('https://desk.example.com/webhooks/telegram/staff', 's3cret')
    expect(telegram.of('setWebhook')[0]).toMatchObject({
      secret_token: 's3cret',
      max_connections: 40,
      allowed_updates: [
        'message',
        'edited_message',
        'message_reaction',
        'callback_query',
        'inline_query',
        'my_chat_member',
      ],
    })
  })

  it('by polling stores each update before Telegram may forget it, and closes at once', async () => {
    open()
    const stored: RawCall[] = []
    let full = true
    telegram.on('getUpdates', ({ offset }) => {
      const updates = [5, 6]
        .filter((id) => id >= Number(offset))
        .map((id) => ({ update_id: id, message: text('x') }))
      return updates.length > 0 ? { body: { ok: true, result: updates } } : { hang: true }
    })
    const polling = bot.receiveByPolling({
      async accept(call) {
        if (full && stored.length === 1) {
          full = false
          throw new DeskError('unavailable', 'inbox-full')
        }
        stored.push(call)
      },
    })
    await expect.poll(() => telegram.of('getUpdates').at(-1)?.offset, { timeout: 5_000 }).toBe(7)
    expect(stored.map(({ dedupeKey, lane }) => `${dedupeKey.readBigInt64BE(8)} ${lane}`)).toEqual([
      '5 702',
      '6 702',
    ])
    expect(telegram.of('getUpdates').map(({ offset }) => offset)).toEqual([0, 6, 7])
    expect(telegram.calls.findIndex(({ method }) => method === 'deleteWebhook')).toBeLessThan(
      telegram.calls.findIndex(({ method }) => method === 'getUpdates'),
    )
    const began = performance.now()
    await polling.close()
    expect(performance.now() - began).toBeLessThan(500)
  })
})
