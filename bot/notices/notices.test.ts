import { join } from 'node:path'
import { pino } from 'pino'
import { describe, expect, it } from 'vitest'
import { DeskError } from '#core/errors.ts'
import type { DomainEvent } from '#core/events.ts'
import { loadWords } from '#core/i18n.ts'
import { shortId } from '#core/new-id.ts'
import { createGate } from '../posts/create-gate.ts'
import { decideFileManner } from '../posts/decide-file-manner.ts'
import { createFakeDesk } from '../testing/fake-desk.ts'
import { leadId, makeLead, makeMember, messageId, organizationId } from '../testing/make-lead.ts'
import { makeMessage } from '../testing/make-message.ts'
import { createSubscribers } from './create-subscribers.ts'
import { sayFailure } from './failure-words.ts'

const words = loadWords(join(import.meta.dirname, '../../locales'))
const boss = makeMember('01', { role: 'owner' })
const amina = makeMember('02')
const ben = makeMember('03', { language: 'fr' })
const viewer = makeMember('04', { role: 'viewer' })
const blocked = makeMember('05', { unreachable: true })
const team = [boss, amina, ben, viewer, blocked]
const owned = (member: typeof amina) => makeLead({ owner: { id: member.id, name: member.name } })

/** What the card of `makeLead` shows first. */
const first = { body: 'Hello', sentAt: makeLead().firstMessage?.sentAt }
const fileId = '01a2b3c4-0000-7000-8000-00000000000f'
const files = {
  open: () => Promise.reject(new Error('nothing is read here')),
  link: () => `${publicUrl}/media/token`,
}
let publicUrl = 'https://desk.example.com'

function open(answers: Record<string, (input: never) => unknown> = {}) {
  const fake = createFakeDesk({
    findLead: () => makeLead(),
    listMembers: () => team,
    listNewestPosts: () => [],
    findWaysToAnswer: () => ({ conversations: [], openings: [] }),
    readMessage: () => makeMessage(),
    ...answers,
  })
  const [subscriber] = createSubscribers({
    desk: fake.desk,
    words,
    log: pino({ enabled: false }),
    files,
    publicUrl: () => publicUrl,
    seen: createGate(0),
  })
  const tell = async (type: string, data: object, id = 'e1') => {
    const event = { id, organizationId, type, data, occurredAt: new Date() } as unknown as DomainEvent
    await subscriber?.handle(event)
    await subscriber?.handle(event)
  }
  const shown = () => fake.posts().map(({ chat, key }) => `${chat.id} ${key}`)
  return { ...fake, tell, shown }
}
const received = { leadId, messageId, conversationId: messageId }

describe('what staff are told', () => {
  it('a new lead is a card for all who work leads and can be reached, once, each in his language', async () => {
    const { tell, shown, posts } = open({ readMessage: () => makeMessage(first) })
    await tell('message.received', { ...received, opensLead: true })
    expect(shown()).toEqual([`701 card:${leadId}`, `702 card:${leadId}`, `703 card:${leadId}`])
    expect(posts()[2]?.content.html).toContain('Personne n’a encore pris cette piste')
  })

  it('a new lead that the rules give to somebody is told to him alone', async () => {
    let owner: typeof amina | undefined
    const { tell, shown } = open({
      findLead: () => (owner ? owned(owner) : makeLead()),
      readMessage: () => makeMessage(first),
      requestAssignment: () => {
        owner = amina
      },
    })
    await tell('message.received', { ...received, opensLead: true, isGivenOut: true })
    expect(shown()).toEqual([`702 card:${leadId}`])
  })

  it('a later message goes to the owner alone, below the newest card', async () => {
    const { tell, posts } = open({
      findLead: () => owned(amina),
      listNewestPosts: () => [{ chatId: '702', key: `card:${leadId}:99` }],
    })
    await tell('message.received', { ...received, opensLead: false })
    expect(posts()).toHaveLength(1)
    expect(posts()[0]).toMatchObject({
      key: `message:${messageId}`,
      replyToKey: `card:${leadId}:99`,
      leadId,
      urgency: 1,
    })
    expect(posts()[0]?.content).toMatchObject({ messageId })
    expect(posts()[0]?.content.html).toContain('Are you open?')
  })

  it('a chat without the card gets it first, which does not say what the message below it says', async () => {
    const sentAt = new Date('2026-11-20T11:00:00Z')
    const lastMessage = {
      kind: 'text',
      body: 'Are you open?',
      data: {},
      sentAt,
      direction: 'inbound' as const,
    }
    const { tell, shown, posts } = open({ findLead: () => ({ ...owned(amina), lastMessage }) })
    await tell('message.received', { ...received, opensLead: false })
    expect(shown()).toEqual([`702 card:${leadId}`, `702 message:${messageId}`])
    expect(posts().map(({ content }) => /Are you open/.test(String(content.html)))).toEqual([false, true])
  })

  it('owners and admins stand in for an owner who cannot be reached or has left', async () => {
    for (const owner of [blocked, makeMember('99')]) {
      const { tell, shown } = open({ findLead: () => owned(owner) })
      await tell('message.received', { ...received, opensLead: false })
      expect(shown()).toEqual([`701 card:${leadId}`, `701 message:${messageId}`])
    }
  })

  it('every copy of a card changes, also those of viewers, and changes fold', async () => {
    const { tell, posts } = open({
      findLead: () => owned(amina),
      listNewestPosts: () => [
        { chatId: '702', key: `card:${leadId}` },
        { chatId: '704', key: `card:${leadId}:5` },
      ],
    })
    await tell('lead.claimed', { leadId, ownerId: amina.id, previousOwnerId: null })
    expect(
      posts().map(({ chat, targetKey, mergeKey, urgency }) => ({ chat, targetKey, mergeKey, urgency })),
    ).toEqual([
      {
        chat: { id: '702', kind: 'private' },
        targetKey: `card:${leadId}`,
        mergeKey: `change:card:${leadId}`,
        urgency: 2,
      },
      {
        chat: { id: '704', kind: 'private' },
        targetKey: `card:${leadId}:5`,
        mergeKey: `change:card:${leadId}:5`,
        urgency: 2,
      },
    ])
  })

  it('a released lead is announced to the others, unless somebody has it again', async () => {
    const { tell, shown, answers } = open()
    answers.findLead = () => owned(ben)
    await tell('lead.released', { leadId, previousOwnerId: amina.id, byId: amina.id })
    expect(shown()).toEqual([])
    answers.findLead = () => makeLead()
    await tell('lead.released', { leadId, previousOwnerId: amina.id, byId: amina.id })
    expect(shown().filter((key) => key.includes('released'))).toEqual(['701 released:e1', '703 released:e1'])
  })

  it('who was given a lead is told by whom or that it was automatic, and who had it who has it now', async () => {
    const { tell, shown, posts } = open({ findLead: () => owned(amina) })
    const html = (index: number) => String(posts().at(index)?.content.html)
    const given = { leadId, ownerId: amina.id, previousOwnerId: ben.id }
    await tell('lead.assigned', { ...given, byId: boss.id, reason: 'hand' })
    expect(shown()).toEqual([
      `702 card:${leadId}`,
      '702 assigned:e1',
      `703 card:${leadId}`,
      '703 assigned-away:e1',
    ])
    expect(html(1)).toMatch(/Agent 01.* gave you .*#12/)
    await tell('lead.assigned', { ...given, byId: null, reason: 'absence' }, 'e2')
    expect(html(-2)).toContain('automatically')
    expect(html(-1)).toContain('a attendu trop longtemps')
  })

  it('who gave his lead away himself is not told so, nor who has lost what he was given meanwhile', async () => {
    const { tell, shown } = open({ findLead: () => owned(boss) })
    const given = { leadId, ownerId: amina.id, previousOwnerId: ben.id, byId: ben.id, reason: 'hand' }
    await tell('lead.assigned', given)
    expect(shown()).toEqual([])
  })

  it('a lead that was taken from who is away is announced to the others, and he learns why', async () => {
    const { tell, shown, posts } = open()
    const html = (index: number) => String(posts().at(index)?.content.html)
    await tell('lead.released', { leadId, previousOwnerId: amina.id, byId: null, reason: 'shift' })
    expect(shown().filter((key) => !key.includes('card:'))).toEqual([
      '701 released:e1',
      '703 released:e1',
      '702 lost:e1',
    ])
    expect(html(1)).toMatch(/Agent 02.*shift is over/)
    expect(html(-1)).toContain('Your shift is over')
  })

  it('the owner sees what somebody else answered, and not his own answers', async () => {
    const { tell, posts } = open({ findLead: () => owned(amina) })
    await tell('message.queued', { leadId, messageId, authorId: amina.id }, 'own')
    expect(posts()).toEqual([])
    await tell('message.queued', { leadId, messageId, authorId: ben.id }, 'other')
    expect(posts().at(-1)?.key).toBe(`queued:${messageId}`)
    expect(posts().at(-1)?.content.html).toMatch(/Agent 03.* answered .*#12/)
  })

  it('the owner reads a note that somebody else wrote', async () => {
    const { tell, posts } = open({ findLead: () => owned(amina), readNote: () => ({ body: 'call <back>' }) })
    await tell('note.added', { leadId, noteId: messageId, authorId: ben.id })
    expect(posts().at(-1)?.content.html).toContain('call &lt;back&gt;')
  })

  it('who invited somebody learns that he came', async () => {
    const { tell, posts } = open()
    await tell('member.joined', { memberId: ben.id, invitedBy: boss.id, invitedAs: 'Ben <b>' })
    expect(posts().map(({ chat }) => chat.id)).toEqual(['701'])
    expect(posts()[0]?.content.html).toContain('Ben &lt;b&gt;')
  })

  it('owners and admins learn why a channel stopped, what to do, and that it sends again', async () => {
    const { tell, posts } = open({ findChannel: () => ({ network: 'whatsapp', name: 'Shop' }) })
    const failure = { code: '190', title: 'Access token expired' }
    await tell('channel.stopped', { channelAccountId: leadId, failure })
    await tell('channel.resumed', { channelAccountId: leadId })
    expect(posts().map(({ chat, key }) => `${chat.id} ${key}`)).toEqual(['701 stopped:e1', '701 resumed:e1'])
    expect(posts()[0]?.content.html).toMatch(/must renew the access token[\s\S]*190[\s\S]*press “Reconnect”/)
  })

  it('what is gone by now is not told and not tried again', async () => {
    const gone = () => {
      throw new DeskError('not-found', 'lead-not-found')
    }
    const { tell, posts } = open({ findLead: gone })
    await tell('lead.claimed', { leadId, ownerId: amina.id, previousOwnerId: null })
    expect(posts()).toEqual([])
  })
})

describe('signs on a member’s own message', () => {
  const origin = { account: '4200', chat: '702', message: 55 }
  const changed = { leadId, messageId, status: 'sent' }

  it.each([
    ['sent', '👌'],
    ['delivered', '👀'],
    ['read', '👀'],
  ])('%s is %s, free and replaceable', async (status, emoji) => {
    const { tell, posts } = open({ readMessage: () => makeMessage({ status, origin }) })
    await tell('message.delivery-changed', changed)
    expect(posts()).toEqual([
      {
        chat: { id: '702', kind: 'private' },
        key: `tick:${messageId}:${emoji}`,
        mergeKey: `tick:${messageId}`,
        urgency: 3,
        counted: false,
        content: { method: 'react', emoji, message: 55 },
      },
    ])
  })

  it('never go back: a late “sent” shows where the message is now', async () => {
    const { tell, posts } = open({ readMessage: () => makeMessage({ status: 'read', origin }) })
    await tell('message.delivery-changed', { ...changed, status: 'sent' })
    expect(posts()[0]?.content).toMatchObject({ emoji: '👀' })
  })

  it('a failure is a sentence below the message, with the reason, the code and what to do', async () => {
    const failure = { code: '131047', title: 'Re-engagement message' }
    const message = makeMessage({ status: 'failed', origin, authorId: amina.id, failure })
    const { tell, posts } = open({ readMessage: () => message })
    await tell('message.delivery-changed', { ...changed, status: 'failed', failure })
    expect(posts()).toHaveLength(1)
    expect(posts()[0]?.content).toMatchObject({ replyTo: 55 })
    expect(posts()[0]?.content.html).toMatch(/was not delivered[\s\S]*reply window has closed[\s\S]*131047/)
  })

  it('a window that shut meanwhile is told with a button for what still works', async () => {
    const failure = { code: '131047', title: 'Re-engagement message' }
    const message = makeMessage({ status: 'failed', origin, authorId: amina.id, failure })
    const way = { conversationId: messageId, channelAccountId: fileId, hasTemplates: true, can: ['template'] }
    const { tell, posts, answers } = open({
      readMessage: () => message,
      findWaysToAnswer: () => ({ conversations: [{ ...way, conversationId: leadId }, way], openings: [] }),
    })
    await tell('message.delivery-changed', { ...changed, status: 'failed', failure })
    expect(posts()[0]?.content.buttons).toEqual([
      [{ text: '📋 Send a template', data: `templates:${shortId(fileId)}:0` }],
    ])
    answers.readMessage = () => ({ ...message, id: leadId, failure: { code: '131026', title: 'x' } })
    await tell('message.delivery-changed', { ...changed, messageId: leadId, status: 'failed' })
    expect(posts()[1]?.content.buttons).toBeUndefined()
  })

  it('a failure of the channel leads whoever may mend it to its page, and nobody else', async () => {
    const failure = { code: '131042', title: 'Business eligibility payment issue' }
    const way = { conversationId: messageId, channelAccountId: fileId, hasTemplates: true, can: ['template'] }
    for (const [authorId, buttons] of [
      [amina.id, undefined],
      [boss.id, [[{ text: 'Show the channel', data: `channel:${shortId(fileId)}` }]]],
    ] as const) {
      const { tell, posts } = open({
        readMessage: () =>
          makeMessage({ status: 'failed', origin: { ...origin, chat: '701' }, authorId, failure }),
        findWaysToAnswer: () => ({ conversations: [way], openings: [] }),
      })
      await tell('message.delivery-changed', { ...changed, status: 'failed', failure })
      expect(posts()[0]?.content.buttons).toEqual(buttons)
    }
  })

  it('nobody knowing is said too, to others when the author has left', async () => {
    const message = makeMessage({ status: 'unconfirmed', origin, authorId: 'gone' })
    const { tell, shown, posts } = open({ readMessage: () => message, findLead: () => owned(amina) })
    await tell('message.delivery-changed', { ...changed, status: 'unconfirmed' })
    expect(shown()).toEqual([`702 card:${leadId}`, `702 delivery:${messageId}:unconfirmed`])
    expect(posts()[1]?.content.html).toContain('not sent again by itself')
  })
})

describe('what becomes of messages', () => {
  const shownUnder = (posts: Record<string, string[]>) => ({
    listNewestPosts: ({ keyPrefix }: { keyPrefix: string }) =>
      Object.entries(posts).flatMap(([chatId, keys]) =>
        keys.filter((key) => key.startsWith(keyPrefix)).map((key) => ({ chatId, key })),
      ),
  })
  const told = shownUnder({ 702: [`card:${leadId}`, `message:${messageId}`] })
  const mine = { findLead: () => owned(amina), ...told }

  it('a message that wakes an imported lead is told too, because its card shows another one', async () => {
    const { tell, shown } = open()
    await tell('message.received', { ...received, opensLead: true })
    expect(shown().filter((key) => key.includes('message'))).toEqual([
      `701 message:${messageId}`,
      `702 message:${messageId}`,
      `703 message:${messageId}`,
    ])
  })

  it('what was written on the phone is shown as such to those whom the lead concerns', async () => {
    const message = makeMessage({ direction: 'outbound', source: 'phone', data: { automatic: true } })
    const { tell, posts } = open({ ...mine, readMessage: () => message })
    await tell('message.echoed', received)
    expect(posts()).toHaveLength(1)
    expect(posts()[0]?.content.html).toMatch(
      /From the phone[\s\S]*Maria[\s\S]*automatic reply[\s\S]*Are you open/,
    )
  })

  it('the parts of an album are one post; a part that comes later follows, and none is told twice', async () => {
    const part = (body: string | null) => ({
      type: 'message',
      at: new Date(),
      kind: 'image',
      body,
      data: { albumId: 'a1' },
      direction: 'inbound',
      status: 'received',
      by: null,
    })
    const parts = [part('our <sofa>'), part(null)]
    const message = makeMessage({ kind: 'image', body: null, albumId: 'a1', data: { albumId: 'a1' } })
    const { tell, posts, answers } = open({
      findLead: () => owned(amina),
      readMessage: () => message,
      readHistory: () => [...parts, { ...part('other'), data: { albumId: 'a2' } }],
    })
    const album = () => posts().filter(({ key }) => key.startsWith('album:'))
    answers.listNewestPosts = () => album().map(({ chat, key }) => ({ chatId: chat.id, key }))
    await tell('message.received', { ...received, opensLead: false }, 'e1')
    await tell('message.received', { ...received, opensLead: false }, 'e2')
    expect(album().map(({ key }) => key)).toEqual(['album:a1:2'])
    expect(album()[0]?.content.html).toMatch(/Album of .*2.* files[\s\S]*our &lt;sofa&gt;/)
    parts.push(part('and the table'))
    await tell('message.received', { ...received, opensLead: false }, 'e3')
    expect(album().map(({ key }) => key)).toEqual(['album:a1:2', 'album:a1:3'])
    expect(album()[1]?.content.html).toMatch(/📷 Photo\nand the table/)
  })

  it('a changed message is told once with its new text, and its later texts take that place', async () => {
    const { tell, posts, answers } = open({ ...mine, readMessage: () => makeMessage({ body: 'at <nine>' }) })
    await tell('message.changed', { leadId, messageId, change: 'edited' })
    expect(posts()).toHaveLength(1)
    expect(posts()[0]).toMatchObject({ key: `edit:${messageId}`, replyToKey: `message:${messageId}` })
    expect(posts()[0]?.content.html).toContain('It now says:\nat &lt;nine&gt;')
    answers.listNewestPosts = shownUnder({ 702: [`card:${leadId}`, `edit:${messageId}`] }).listNewestPosts
    await tell('message.changed', { leadId, messageId, change: 'edited' }, 'e2')
    expect(posts()[1]).toMatchObject({ targetKey: `edit:${messageId}`, content: { method: 'edit' } })
  })

  it('the change’s own arrival tells nothing more, unless nobody knows what it changes', async () => {
    const edit = makeMessage({
      kind: 'edit',
      answered: { id: fileId, kind: 'text', body: 'x', direction: 'inbound' },
    })
    const { tell, posts, answers } = open({ ...mine, readMessage: () => edit })
    await tell('message.received', { ...received, opensLead: false })
    expect(posts()).toEqual([])
    answers.readMessage = () => ({ ...edit, answered: null })
    await tell('message.received', { ...received, opensLead: false })
    expect(posts()).toHaveLength(1)
  })

  it('a message that was taken back is marked where it was told', async () => {
    const { tell, posts } = open(mine)
    await tell('message.changed', { leadId, messageId, change: 'revoked' })
    expect(posts().map(({ key, targetKey }) => targetKey ?? key)).toEqual([
      `revoked:${messageId}`,
      `message:${messageId}`,
    ])
    expect(posts()[1]?.content.html).toMatch(/Are you open\?[\s\S]*Deleted by the sender/)
  })
})

describe('files', () => {
  const stored = { leadId, messageId, attachmentId: fileId }
  const photo = {
    state: 'stored',
    kind: 'image',
    mime: 'image/jpeg',
    fileName: null,
    size: 90_000,
    width: 800,
    height: 600,
    isOversized: false,
  }
  const told = (keys: string[]) => ({
    findLead: () => owned(amina),
    findAttachment: () => photo,
    listNewestPosts: ({ keyPrefix }: { keyPrefix: string }) =>
      keys.filter((key) => key.startsWith(keyPrefix)).map((key) => ({ chatId: '702', key })),
  })

  it('of a customer come below the post that told of them, as what they are', async () => {
    const { tell, posts } = open(told([`card:${leadId}`, `message:${messageId}`]))
    await tell('attachment.stored', stored)
    expect(posts()).toHaveLength(1)
    expect(posts()[0]).toMatchObject({
      chat: { id: '702' },
      key: `file:${messageId}:${shortId(fileId)}`,
      replyToKey: `message:${messageId}`,
      leadId,
      content: { method: 'file', attachmentId: fileId, manner: 'photo', messageId },
    })
  })

  it('of the first message come below the card', async () => {
    const { tell, posts } = open({ ...told([`card:${leadId}`]), readMessage: () => makeMessage(first) })
    await tell('attachment.stored', stored)
    expect(posts()[0]?.replyToKey).toBe(`card:${leadId}`)
  })

  it('that nobody was told of, such as those of imported chats or one’s own, are shown to nobody', async () => {
    const { tell, posts, answers } = open(told([`card:${leadId}`, `message:${messageId}`]))
    answers.readMessage = () => makeMessage({ id: leadId, source: 'history' })
    await tell('attachment.stored', stored)
    answers.readMessage = () => makeMessage({ direction: 'outbound', authorId: amina.id })
    await tell('attachment.stored', stored)
    answers.readMessage = () => makeMessage()
    answers.findAttachment = () => ({ ...photo, state: 'erased' })
    await tell('attachment.stored', stored)
    expect(posts()).toEqual([])
  })

  it('that are too large for Telegram have a button for a link, or a sentence where no link would open', async () => {
    const open_ = () => {
      const opened = open(told([`message:${messageId}`]))
      opened.answers.findAttachment = () => ({ ...photo, kind: 'video', mime: 'video/mp4', size: 80_000_000 })
      return opened
    }
    const { tell, posts } = open_()
    await tell('attachment.stored', stored)
    expect(posts()[0]?.content).toMatchObject({
      html: expect.stringMatching(/80.* MB/),
      buttons: [[{ data: `file:${shortId(fileId)}` }]],
    })
    for (const url of [
      'http://desk.example.com',
      '',
      'https://localhost:3000',
      'https://10.0.0.7',
      'https://desk.lan',
    ]) {
      publicUrl = url
      const second = open_()
      await second.tell('attachment.stored', stored)
      expect(second.posts()[0]?.content.buttons).toBeUndefined()
      expect(second.posts()[0]?.content.html).toContain('no public address')
    }
    publicUrl = 'https://desk.example.com'
  })

  it('that are lost are told of with the reason, and not for what a member sent', async () => {
    const failure = { code: 'http-404', title: 'The download was <refused>' }
    const { tell, posts, answers } = open(told([`message:${messageId}`, `queued:${messageId}`]))
    await tell('attachment.lost', { ...stored, failure })
    expect(posts()[0]?.content.html).toMatch(
      /does not have the file any more[\s\S]*&lt;refused&gt;[\s\S]*http-404/,
    )
    answers.readMessage = () => makeMessage({ direction: 'outbound', authorId: ben.id })
    await tell('attachment.lost', { ...stored, attachmentId: leadId, failure })
    expect(posts()).toHaveLength(1)
  })

  it.each([
    ['image', 'image/jpeg', {}, 'photo'],
    ['image', 'image/jpeg', { size: 10_000_001 }, 'document'],
    ['image', 'image/jpeg', { width: 9_000, height: 9_000, isOversized: true }, 'document'],
    ['image', 'image/png', { width: 2_100, height: 100 }, 'document'],
    ['image', 'image/svg+xml', { width: null, height: null }, 'document'],
    ['image', 'application/pdf', {}, 'document'],
    ['sticker', 'image/webp', {}, 'sticker'],
    ['sticker', 'image/png', {}, 'photo'],
    ['video', 'video/mp4', {}, 'video'],
    ['video', 'video/quicktime', {}, 'document'],
    ['video_note', 'video/mp4', {}, 'video_note'],
    ['animation', 'image/gif', {}, 'animation'],
    ['voice', 'audio/ogg', {}, 'voice'],
    ['voice', 'audio/amr', {}, 'document'],
    ['audio', 'audio/mpeg', {}, 'audio'],
    ['audio', 'audio/ogg', {}, 'voice'],
    ['document', 'image/jpeg', {}, 'document'],
    ['hologram', null, {}, 'document'],
  ])('of kind %s that are %s %j are shown as %4$s', (kind, mime, changes, manner) => {
    expect(decideFileManner({ ...photo, kind, mime, ...changes })).toBe(manner)
  })
})

describe('failures', () => {
  const say = words.in('en')
  it.each([
    ['10/2534022', '', 'reply window has closed'],
    ['10', 'This message is sent outside of allowed window.', 'reply window has closed'],
    ['window-closed', '', 'reply window has closed'],
    ['blocked', '', 'has blocked you'],
    ['551', '', 'cannot be written to there at the moment'],
    ['100/2018001', '', 'does not know this person'],
    ['no-such-person', '', 'does not know this person'],
    ['131050', '', 'does not want such messages'],
    ['131053', '', 'did not take this file'],
    ['132015', '', 'has paused or switched off this template'],
    ['10', 'Permission denied', 'must renew the access token'],
    ['__proto__', '', 'The network refused it'],
  ])('of code %s “%s” are told in plain words', (code, title, said) => {
    expect(sayFailure(say, { code, title })).toContain(said)
  })

  it('of a change say that it is a change; a reaction never signs what was reacted to', async () => {
    const origin = { account: '4200', chat: '702', message: 55 }
    const message = makeMessage({ kind: 'edit', status: 'failed', origin, authorId: amina.id })
    const { tell, posts, answers } = open({ readMessage: () => message })
    await tell('message.delivery-changed', { leadId, messageId, status: 'failed' })
    expect(posts()[0]?.content.html).toContain('Your change of a message')
    answers.readMessage = () => makeMessage({ kind: 'reaction', status: 'sent', origin })
    await tell('message.delivery-changed', { leadId, messageId, status: 'sent' })
    expect(posts()).toHaveLength(1)
  })
})
