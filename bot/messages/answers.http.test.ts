import { afterEach, describe, expect, it } from 'vitest'
import { shortId } from '#core/new-id.ts'
import {
  cardPost,
  elsewhere,
  messagePost,
  origin,
  ownAnswer,
  queueReply,
  refuse,
} from '../testing/answered.ts'
import { leadId, messageId } from '../testing/make-lead.ts'
import { openStaffBot } from '../testing/open-staff-bot.ts'

let house: Awaited<ReturnType<typeof openStaffBot>>
afterEach(() => house.close())

describe('notes among answers', () => {
  it.each([
    ['// call <back>', 'call <back>'],
    ['//call back', 'call back'],
    ['/note call back', 'call back'],
    ['/note@desk_bot call\nback', 'call\nback'],
  ])('%s is kept and never sent', async (text, body) => {
    house = await openStaffBot({ findPost: messagePost, queueReply, addNote: () => ({ noteId: messageId }) })
    const length = /^\/note\S*/.exec(text)?.[0].length
    await house.below({ text, ...(length ? { entities: [{ type: 'bot_command', offset: 0, length }] } : {}) })
    expect(house.queued()).toEqual([])
    expect(house.done()[0]).toMatchObject({ name: 'addNote', input: { leadId, body } })
  })

  it('below nothing, or empty, are not kept, which is said', async () => {
    house = await openStaffBot({ addNote: () => ({ noteId: messageId }) })
    await house.alone({ text: '// VIP' })
    house.answers.findPost = cardPost
    await house.below({ text: '//' })
    expect(house.done()).toEqual([])
    expect(house.html()[0]).toContain('belongs to no lead')
    expect(house.html()[1]).toContain('no text in this')
  })

  it('/notes is no note, and no answer either', async () => {
    house = await openStaffBot({ findPost: cardPost })
    await house.below({ text: '/notes about him' })
    expect(house.done()).toEqual([])
    expect(house.html()[0]).toContain('no such command')
  })
})

describe('changes of what a member sent', () => {
  it.each([{ text: 'at nine' }, { caption: 'at nine', photo: [] }])(
    'reach the customer: %j',
    async (part) => {
      house = await openStaffBot({ findPost: ownAnswer, queueReply })
      await house.edit(part)
      expect(house.queued()).toEqual([{ leadId, origin, content: { kind: 'edit', body: 'at nine' } }])
      expect(house.posts()).toEqual([])
    },
  )

  it('are explained once where the network cannot change anything', async () => {
    house = await openStaffBot({ findPost: ownAnswer, queueReply: refuse('invalid', 'kind-not-carried') })
    await house.edit({ text: 'changed' })
    await house.edit({ text: 'changed again' })
    expect(house.posts().map(({ key }) => key)).toEqual(['edited:50'])
    expect(house.html()[0]).toContain('cannot change what was sent')
  })

  it('do not send what became a note, and do not touch other messages', async () => {
    house = await openStaffBot({ findPost: ownAnswer, queueReply })
    await house.edit({ text: '// not for him' })
    expect(house.html()[0]).toContain('The customer keeps the first text')
    house.answers.findPost = cardPost
    await house.edit({ text: 'x' })
    house.answers.findPost = () => null
    await house.edit({ text: 'x' })
    expect(house.queued()).toEqual([])
  })
})

describe('reactions of a member', () => {
  const heart = { type: 'emoji', emoji: '❤' }

  it('to a customer’s message reach the customer, and so does taking them back', async () => {
    house = await openStaffBot({ findPost: messagePost, queueReply })
    await house.react([{ type: 'custom_emoji', custom_emoji_id: '5' }, heart])
    await house.react([])
    await house.react([{ type: 'custom_emoji', custom_emoji_id: '5' }])
    expect(house.queued()).toEqual([
      {
        leadId,
        origin: { ...origin, message: 40 },
        content: { kind: 'reaction', target: messageId, emoji: '❤' },
      },
      {
        leadId,
        origin: { ...origin, message: 40 },
        content: { kind: 'reaction', target: messageId, emoji: null },
      },
    ])
  })

  it('to a card, an own answer or nothing of ours are between the member and us', async () => {
    house = await openStaffBot({ queueReply })
    for (const findPost of [cardPost, ownAnswer, () => null]) {
      house.answers.findPost = findPost
      await house.react([heart])
    }
    expect([house.queued(), house.posts()]).toEqual([[], []])
  })

  it('that the network cannot show are explained once', async () => {
    house = await openStaffBot({ findPost: messagePost, queueReply: refuse('invalid', 'kind-not-carried') })
    await house.react([heart])
    await house.react([heart])
    await house.react([])
    expect(house.html()).toEqual([expect.stringContaining('no reactions')])
    expect(house.posts()[0]?.content.replyTo).toBe(40)
  })
})

describe('being seen', () => {
  it('is told once in a while for each lead, and not for viewers', async () => {
    house = await openStaffBot({ findPost: cardPost, queueReply })
    for (const id of [50, 51]) await house.below({ text: 'hi', message_id: id })
    await house.press(`open:${shortId(leadId)}`)
    const seen = () => house.done().filter(({ name }) => name === 'markSeen')
    expect(seen()).toEqual([expect.objectContaining({ input: { leadId, typing: false } })])
  })

  it('never stands in the way of an answer', async () => {
    house = await openStaffBot({
      findPost: cardPost,
      queueReply,
      markSeen: refuse('invalid', 'lead-not-found'),
    })
    await house.below({ text: 'hi' })
    expect(house.queued()).toHaveLength(1)
  })
})

describe('choices', () => {
  const contact = (language: string | null) => () => ({ language })
  it('in brackets become something to choose from, in the customer’s language', async () => {
    house = await openStaffBot({ findPost: messagePost, queueReply, readContact: contact('fr') })
    await house.below({ text: 'Ten o’clock?\n[Yes] [No]' })
    const content = { kind: 'choices', body: 'Ten o’clock?', options: ['Yes', 'No'], button: 'Choisir' }
    expect(house.queued()).toEqual([{ leadId, origin, replyTo: messageId, content }])
  })

  it('without a question are refused, and behind a backslash are words', async () => {
    house = await openStaffBot({ findPost: cardPost, queueReply, readContact: contact(null) })
    await house.below({ text: '[Yes] [No]' })
    expect(house.queued()).toEqual([])
    expect(house.html()[0]).toContain('need a question')
    await house.below({ text: '\\[Yes] [No]' })
    expect(house.queued()).toEqual([{ leadId, origin, body: '[Yes] [No]' }])
  })

  it('that cannot go now are kept and told as they were written', async () => {
    const ways = `channel:${elsewhere}:instagram`
    const queue = refuse('conflict', 'reply-window-closed', { hours: 24, network: 'whatsapp', ways })
    house = await openStaffBot({ findPost: cardPost, queueReply: queue, readContact: contact(null) })
    await house.below({ text: 'Ten?\n[Yes] [No]' })
    expect(house.html()[0]).toContain('Ten?\n[Yes]\n[No]')
  })

  it('are no part of what a changed answer says', async () => {
    house = await openStaffBot({ findPost: ownAnswer, queueReply })
    await house.edit({ text: 'Eleven?\n[Yes] [No]' })
    expect(house.queued()[0]?.content).toEqual({ kind: 'edit', body: 'Eleven?' })
  })
})

describe('the question for the number', () => {
  it('goes to the customer in his language, known by the card that it was asked from', async () => {
    const readContact = () => ({ language: 'ar' })
    house = await openStaffBot({ findPost: cardPost, queueReply, readContact })
    await house.press(`ask-number:${shortId(leadId)}`)
    expect(house.queued()).toEqual([
      {
        leadId,
        origin: { ...origin, message: 40 },
        content: { kind: 'contact-request', body: expect.stringContaining('رقم هاتفك') },
      },
    ])
    expect(house.toasts().at(-1)).toContain('on its way')
  })
})
