import { afterEach, describe, expect, it } from 'vitest'
import { DeskError } from '#core/errors.ts'
import { shortId } from '#core/new-id.ts'
import type { NewPost } from '#core/posts/post.ts'
import { leadId } from '../testing/make-lead.ts'
import { openChat } from '../testing/open-chat.ts'

const replyId = '01a2b3c4-0000-7000-8000-0000000000d1'
const reply = {
  id: replyId,
  shortcut: 'hours',
  body: 'Hi {first_name}, from 6 to 22 <b>',
  category: 'Info',
  shared: true,
  uses: 3,
}

let chat: Awaited<ReturnType<typeof openChat>>
afterEach(() => chat.close())

async function open(
  role: 'owner' | 'agent' | 'viewer' = 'agent',
  answers: Record<string, (input: never) => unknown> = {},
) {
  chat = await openChat(role, {
    listQuickReplies: () => ({ replies: [reply], total: 1, values: {} }),
    fillQuickReply: () => ({ reply, text: 'Hi Maria, from 6 to 22 <b>', unknown: [], missing: [] }),
    saveQuickReply: () => ({ quickReplyId: replyId }),
    removeQuickReply: () => undefined,
    useQuickReply: () => ({ text: '', unknown: [], missing: [] }),
    queueReply: () => ({ messageId: replyId, messageIds: [replyId] }),
    markSeen: () => undefined,
    ...answers,
  })
  return chat
}

/** From the card to the shown text. */
async function choose() {
  await chat.press(`quick:${shortId(leadId)}`)
  const list = chat.last()
  await chat.press(`quick-use:${shortId(replyId)}`, list)
  return chat.last()
}
const names = () => chat.done().map(({ name }) => name)

describe('a quick reply to a lead', () => {
  it('is shown as it would go, and sent once however often one presses', async () => {
    await open()
    const shown = await choose()
    expect(shown?.leadId).toBe(leadId)
    expect(chat.html()).toContain('<blockquote>Hi Maria, from 6 to 22 &lt;b&gt;</blockquote>')
    expect(chat.buttons()).toEqual(['quick-send', 'quick-edit', 'quick-cancel'])
    expect(names(), 'nothing goes before the press').toEqual([])
    await chat.press('quick-send', shown)
    await chat.press('quick-send', shown)
    const sent = chat.done().filter(({ name }) => name === 'queueReply')
    // The place of the button is the key: the desk knows the second one.
    expect(new Set(sent.map(({ input }) => JSON.stringify(input))).size).toBe(1)
    expect(sent[0]?.input).toEqual({
      leadId,
      body: 'Hi Maria, from 6 to 22 <b>',
      origin: { account: '4200', chat: '702', message: 40 },
    })
    const uses = chat.done().filter(({ name }) => name === 'useQuickReply')
    expect(uses.map(({ input }) => (input as { useKey: string }).useKey)).toEqual([
      '4200:702:40',
      '4200:702:40',
    ])
    expect(chat.html()).toContain('Sent')
  })

  it('that holds what nobody knows can only be changed first', async () => {
    await open('agent', {
      fillQuickReply: () => ({ reply, text: '{prize} for {name}', unknown: ['prize'], missing: ['name'] }),
    })
    await choose()
    expect(chat.html()).toContain('There is no variable {prize}')
    expect(chat.html()).toContain('Nobody knows {name}')
    expect(chat.buttons()).toEqual(['quick-edit', 'quick-cancel'])
  })

  it('is changed by hand: the answer goes to the customer', async () => {
    await open()
    const shown = await choose()
    await chat.press('quick-edit', shown)
    const ask = chat.posts().findLast(({ content }) => content.ask !== undefined)
    expect(ask?.content.html).toContain('<code>Hi Maria, from 6 to 22 &lt;b&gt;</code>')
    await chat.answer(ask, 'Hello Maria!')
    expect(chat.done().at(-1)).toMatchObject({ name: 'queueReply', input: { leadId, body: 'Hello Maria!' } })
  })

  it('that cannot go offers other ways and is not counted', async () => {
    await open('agent', {
      findWaysToAnswer: () => ({ conversations: [], openings: [] }),
      queueReply: () => {
        throw new DeskError('conflict', 'reply-window-closed', { hours: 24, ways: 'human-agent' })
      },
    })
    await chat.press('quick-send', await choose())
    expect(names()).not.toContain('useQuickReply')
    const refused = chat.posts().find(({ key }) => key.startsWith('refused:'))
    expect(refused?.content).toMatchObject({ draft: { leadId, body: 'Hi Maria, from 6 to 22 <b>' } })
  })

  it('put away, sends nothing; a button elsewhere is refused', async () => {
    await open()
    await chat.press('quick-cancel', await choose())
    expect(names()).toEqual([])
    await chat.press('quick-send')
    expect(chat.toast()).toContain('too old')
    expect(names()).toEqual([])
  })

  it('is not for viewers', async () => {
    await open('viewer')
    await chat.press(`quick:${shortId(leadId)}`)
    expect(chat.toast()).toContain('does not allow')
  })
})

describe('/quick', () => {
  it('below a lead, or with its number, answers that lead with those that hold a word', async () => {
    const asked: unknown[] = []
    await open('agent', {
      listQuickReplies: (input) => {
        asked.push(input)
        return { replies: [reply], total: 30, values: {} }
      },
    })
    await chat.write('/quick #12 hours')
    expect(asked).toEqual([{ limit: 8, offset: 0, words: 'hours' }])
    expect(chat.last()?.leadId).toBe(leadId)
    expect(chat.buttons(), 'one page, since buttons carry no words').toEqual([
      `quick-use:${shortId(replyId)}`,
    ])
    await chat.press(`quick-use:${shortId(replyId)}`, chat.last())
    expect(chat.buttons()).toContain('quick-send')
    await chat.write('/quick hours')
    expect(asked.at(-1)).toEqual({ limit: 1_000, words: 'hours' })
    expect(chat.buttons()).toContain(`quick-open:${shortId(replyId)}`)
  })

  it('lists them by category; each opens with what may be done', async () => {
    await open()
    await chat.write('/quick')
    expect(chat.html()).toMatch(
      /One quick reply[\s\S]*<b>Info<\/b>\n👥 <b>hours<\/b> – Hi {first_name}, from 6 to 22 &lt;b&gt;/,
    )
    const list = chat.last()
    await chat.press(`quick-open:${shortId(replyId)}`, list)
    expect(chat.html()).toContain('sent 3 times')
    // An agent may look at everybody's, and change none of them.
    expect(chat.buttons()).toEqual(['quick-list:0'])
    await chat.close()
    await open('owner')
    await chat.write('/quick')
    await chat.press(`quick-open:${shortId(replyId)}`, chat.last())
    expect(chat.buttons()).toContain(`quick-share:${shortId(replyId)}:no`)
    await chat.press(`quick-remove:${shortId(replyId)}`, chat.posts()[0])
    expect(names()).toEqual([])
    await chat.press(`quick-remove-yes:${shortId(replyId)}`, chat.posts()[0])
    expect(chat.done().at(-1)).toMatchObject({ name: 'removeQuickReply', input: { quickReplyId: replyId } })
  })

  it('adds one by two answers to questions of the version before, and changes one by one', async () => {
    await open()
    const dialogue = { part: 'shortcut' }
    const content = { method: 'send', html: 'What shall it be called?', purpose: 'quick-reply', dialogue }
    const question: NewPost = {
      chat: { id: '702', kind: 'private' },
      key: 'quick-reply:1',
      urgency: 1,
      content,
    }
    await chat.answer(question, 'Opening hours')
    expect(chat.html()).toContain('{first_name}')
    await chat.answer(chat.last(), 'From 6 to 22.')
    expect(chat.done().at(-1)).toMatchObject({
      name: 'saveQuickReply',
      input: { shortcut: 'Opening hours', body: 'From 6 to 22.' },
    })
    expect(chat.html()).toContain('Kept')
    await chat.press(`quick-set:${shortId(replyId)}:category`, chat.last())
    expect(chat.html()).toContain('<code>Info</code>')
    await chat.answer(chat.last(), '-')
    expect(chat.done().at(-1)?.input).toEqual({ id: replyId, category: null })
  })
})
