import { afterEach, describe, expect, it } from 'vitest'
import { DeskError } from '#core/errors.ts'
import { shortId } from '#core/new-id.ts'
import type { NewPost } from '#core/posts/post.ts'
import { draftId, makeDraft, staleDraft } from '../testing/make-draft.ts'
import { leadId, makeLead } from '../testing/make-lead.ts'
import { openChat } from '../testing/open-chat.ts'
import { openGroup, thread } from '../testing/open-group.ts'
import type { ReadDraft } from './draft-face.ts'

let chat: Awaited<ReturnType<typeof openChat>>
afterEach(() => chat.close())

const [lead, short] = [shortId(leadId), shortId(draftId)]
const cardPost: NewPost = {
  chat: { id: '702', kind: 'private' },
  key: `card:${leadId}`,
  urgency: 1,
  content: { method: 'send', html: 'card' },
  leadId,
}
const draftPost: NewPost = {
  ...cardPost,
  key: `draft:${draftId}:9`,
  content: { method: 'send', html: 'draft' },
}
const answers = {
  readDraft: (): ReadDraft | null => makeDraft(),
  writeDraft: () => ({ draftId, leadId, replaced: null as { authorId: string; by: string | null } | null }),
  editDraft: () => ({ leadId, revision: 2 }),
  sendDraft: () => ({ leadId, messageId: leadId, messageIds: [leadId] }),
  discardDraft: () => ({ leadId }),
  markSeen: () => undefined,
  readContact: () => ({ language: 'fr' }),
  findWaysToAnswer: () => ({ conversations: [], openings: [] }),
  listTemplates: () => [],
}
const open = async (role: 'agent' | 'viewer' = 'agent', more = {}) => {
  chat = await openChat(role, { ...answers, ...more })
}
const did = () =>
  chat
    .done()
    .filter(({ name }) => name !== 'markSeen')
    .map(({ name, input }) => [name, input])
const throwing =
  (code: string, data = {}) =>
  () => {
    throw new DeskError('conflict', code, data)
  }
const origin = { account: '4200', chat: '702', message: 40 }

describe('/draft', () => {
  it.each([
    ['/draft From 7 on', cardPost],
    ['/draft #12 From 7 on', undefined],
  ])(
    '%s keeps an answer, and shows it with its buttons: nothing goes to the customer',
    async (text, below) => {
      await open()
      await chat.write(text, below)
      expect(did()).toEqual([
        [
          'writeDraft',
          { leadId, text: 'From 7 on', idempotencyKey: expect.stringMatching(/^draft:4200:702:\d+$/) },
        ],
      ])
      expect(chat.html()).toMatch(/^Kept\. The customer sees nothing[\s\S]*From 7/)
      expect(chat.last()).toMatchObject({ key: expect.stringMatching(`draft:${draftId}:`), leadId })
      expect(chat.buttons()).toEqual([
        `draft-send:${short}:1`,
        `draft-edit:${short}:1`,
        `draft-drop:${short}:1`,
      ])
    },
  )

  it('says whose draft it took the place of', async () => {
    await open('agent', {
      writeDraft: () => ({ draftId, leadId, replaced: { authorId: leadId, by: 'Tina <b>' } }),
    })
    await chat.write('/draft From 7 on', cardPost)
    expect(chat.html()).toContain('in the place of the draft by Tina &lt;b&gt;')
  })

  it('without words shows the one that waits; where none does, asks for one, whose answer it is', async () => {
    await open()
    await chat.write('/draft', cardPost)
    expect(did()).toEqual([])
    expect(chat.html()).toContain('From 7')
    chat.answers.readDraft = () => null
    await chat.write('/draft', cardPost)
    const question = chat.last()
    expect(question).toMatchObject({ leadId, content: { purpose: 'draft', dialogue: { leadId } } })
    chat.answers.readDraft = () => makeDraft()
    await chat.answer(question, 'From 8 on')
    expect(did()).toMatchObject([['writeDraft', { leadId, text: 'From 8 on' }]])
    await chat.send(
      { photo: [{ file_id: 'f', file_unique_id: 'f', width: 1, height: 1, file_size: 9 }] },
      question,
    )
    expect(did(), 'a file is no draft, and goes to nobody').toHaveLength(1)
  })

  it('about no lead says in one line how it is written', async () => {
    await open()
    await chat.write('/draft From 7 on')
    expect(did()).toEqual([])
    expect(chat.html()).toContain('below a lead, or')
    expect(chat.html()).not.toContain('\n')
  })

  it.each([
    ['x'.repeat(3_001), 'may have 3,000'],
    ['[Yes] [No]', ''],
  ])('keeps nothing that could not be sent', async (text, words) => {
    await open()
    await chat.write(`/draft ${text}`, cardPost)
    expect(did()).toEqual([])
    expect(chat.html()).toMatch(/^⚠️/)
    expect(chat.html()).toContain(words)
  })

  it('shows a viewer the draft, and asks him for none', async () => {
    await open('viewer')
    await chat.write('/draft', cardPost)
    expect(chat.html()).toContain('From 7')
    expect(chat.buttons()).toEqual([])
    chat.answers.readDraft = () => null
    await chat.write('/draft', cardPost)
    expect(chat.html()).toContain('does not allow this')
  })
})

describe('the button of the card', () => {
  it('shows the draft once for quick presses, and anew when it or the conversation is another', async () => {
    await open()
    await chat.press(`draft:${lead}`, cardPost)
    await chat.press(`draft:${lead}`, cardPost)
    expect(chat.posts()).toHaveLength(1)
    expect(chat.last()).toMatchObject({ replyToKey: cardPost.key, leadId })
    chat.answers.readDraft = () => staleDraft({ seen: 'b1b2c3d4e5f6' })
    await chat.press(`draft:${lead}`, cardPost)
    expect(chat.posts()).toHaveLength(2)
    expect(chat.html()).toContain('4 messages have been written since')
  })

  it('says kindly that there is none yet and how one is written', async () => {
    await open('agent', { readDraft: () => null })
    await chat.press(`draft:${lead}`, cardPost)
    expect(chat.toast()).toMatch(/no draft yet.*\/draft/)
    expect(chat.posts()).toEqual([])
    await chat.close()
    await open('viewer', { readDraft: () => null })
    await chat.press(`draft:${lead}`, cardPost)
    expect(chat.toast()).not.toContain('/draft')
  })
})

describe('Send', () => {
  it('sends what is shown, and the message says who has', async () => {
    let state: ReadDraft['state'] = 'waiting'
    await open('agent', {
      readDraft: () => makeDraft({ state, settledBy: 'Amina' }),
      sendDraft: () => {
        state = 'sent'
      },
    })
    await chat.press(`draft-send:${short}:1`, draftPost)
    expect(did()).toEqual([['sendDraft', { draftId, revision: 1, origin }]])
    expect(chat.last()).toMatchObject({ targetKey: draftPost.key, content: { method: 'edit', buttons: [] } })
    expect(chat.html()).toContain('Sent by Amina')
    expect(chat.toast()).toBe('On its way.')
  })

  it('shows what was said since instead, and says why; the next press is for that conversation', async () => {
    await open('agent', {
      readDraft: () => staleDraft(),
      sendDraft: throwing('draft-conversation-changed'),
    })
    await chat.press(`draft-send:${short}:1`, draftPost)
    expect(chat.toast()).toContain('has gone on since')
    expect(chat.html()).toContain('And on &lt;Sundays&gt;?')
    const [again] = chat.buttons()
    expect(again).toBe(`draft-send:${short}:1:a1b2c3d4e5f6`)
    chat.answers.sendDraft = () => ({})
    await chat.press(again ?? '', draftPost)
    expect(did().at(-1)).toEqual(['sendDraft', { draftId, revision: 1, confirmed: 'a1b2c3d4e5f6', origin }])
  })

  it('tells whoever was slower who sent it, and puts the message right', async () => {
    await open('agent', {
      readDraft: () => makeDraft({ state: 'sent', settledBy: 'Ben' }),
      sendDraft: throwing('draft-sent', { name: 'Ben' }),
    })
    await chat.press(`draft-send:${short}:1`, draftPost)
    expect(chat.toast()).toMatch(/Ben.* has sent this draft already/)
    expect(chat.html()).toContain('Sent by Ben')
  })

  it('offers the ways of any answer where the window has closed, and the draft goes that way, as the draft', async () => {
    const ways = `human-agent,channel:${leadId}:telegram`
    await open('agent', {
      sendDraft: throwing('reply-window-closed', { ways, network: 'whatsapp', hours: 24 }),
    })
    await chat.press(`draft-send:${short}:1`, draftPost)
    expect(chat.last()).toMatchObject({ key: expect.stringMatching('^refused:draft:'), leadId })
    expect(chat.html()).toContain('<blockquote>From 7 &lt;on&gt;</blockquote>')
    const refusal = chat.last()
    expect(chat.buttons()).toContain(`elsewhere:${lead}`)
    chat.answers.sendDraft = () => ({})
    await chat.press(`elsewhere:${lead}`, refusal)
    expect(did().map(([name]) => name)).toEqual(['sendDraft', 'sendDraft'])
    expect(did().at(-1)).toEqual(['sendDraft', { draftId, revision: 1, origin, conversationId: leadId }])
    expect(chat.html()).toContain('From 7 &lt;on&gt;')
    chat.answers.sendDraft = throwing('draft-conversation-changed')
    chat.answers.readDraft = () => staleDraft()
    await chat.press(`elsewhere:${lead}`, refusal)
    expect(chat.html(), 'also there nothing goes unread').toContain('And on &lt;Sundays&gt;?')
  })

  it('makes choices of last lines in brackets, for a customer in his language, like any answer', async () => {
    await open('agent', { readDraft: () => makeDraft({ text: 'Shall we?\n[Yes] [No]' }) })
    await chat.press(`draft-send:${short}:1`, draftPost)
    expect(did()[0]?.[1]).toMatchObject({
      content: { kind: 'choices', body: 'Shall we?', options: ['Yes', 'No'], button: 'Choisir' },
    })
  })
})

describe('Edit and Throw away', () => {
  it('Edit gives the words to be copied, and takes the answer as the new ones', async () => {
    await open()
    await chat.press(`draft-edit:${short}:1`, draftPost)
    const question = chat.last()
    expect(question).toMatchObject({
      leadId,
      content: { purpose: 'draft', dialogue: { id: draftId, revision: 1 } },
    })
    expect(chat.html()).toContain('<code>From 7 &lt;on&gt;</code>')
    await chat.answer(question, 'From 8 on')
    expect(did()).toEqual([['editDraft', { draftId, revision: 1, text: 'From 8 on' }]])
    expect(chat.posts().map(({ key }) => key)).toContainEqual(expect.stringMatching(`^draft:${draftId}:`))
    chat.answers.editDraft = throwing('draft-changed', { name: 'Ben' })
    chat.answers.readDraft = () => makeDraft({ text: 'From 9 on', editor: 'Ben', revision: 2 })
    await chat.answer(question, 'From 8 on')
    const shown = chat
      .posts()
      .slice(-2)
      .map(({ content }) => String(content.html))
    expect(shown.join()).toContain('From 9 on')
    expect(shown.join()).toMatch(/Ben.* has changed this draft meanwhile/)
  })

  it('Edit of what is another by now shows it as it is', async () => {
    await open('agent', { readDraft: () => makeDraft({ revision: 2, text: 'From 9 on', lastBy: 'Ben' }) })
    await chat.press(`draft-edit:${short}:1`, draftPost)
    expect(chat.toast()).toContain('has changed this draft meanwhile')
    expect(chat.html()).toContain('From 9 on')
    expect(did()).toEqual([])
  })

  it('Throw away does so at once, and leaves the words to be read', async () => {
    let state: ReadDraft['state'] = 'waiting'
    await open('agent', {
      readDraft: () => makeDraft({ state, settledBy: 'Amina' }),
      discardDraft: () => {
        state = 'discarded'
      },
    })
    await chat.press(`draft-drop:${short}:1`, draftPost)
    expect(did()).toEqual([['discardDraft', { draftId, revision: 1 }]])
    expect(chat.html()).toMatch(/From 7[\s\S]*Thrown away by Amina/)
  })

  it.each([
    `draft-send:${short}`,
    `draft-send:${short}:0`,
    `draft-edit:${short}:x`,
    'draft-drop:x:1',
    'draft:x',
  ])('no button of ours carries %s: it is refused kindly', async (data) => {
    await open()
    await chat.press(data, draftPost)
    expect(did()).toEqual([])
    expect(chat.toast()).toContain('too old')
  })

  it('are refused to a viewer who forges them', async () => {
    await open('viewer')
    await chat.press(`draft-edit:${short}:1`, draftPost)
    expect(chat.toast()).toContain('does not allow this')
    expect(chat.posts()).toEqual([])
  })
})

describe('in a lead’s topic', () => {
  it('/draft needs no lead, and what it shows has the buttons of those who answer there', async () => {
    const group = await openGroup({ ...answers, findLead: () => makeLead() })
    try {
      await group.write({
        text: '/draft From 7 on',
        entities: [{ type: 'bot_command', offset: 0, length: 6 }],
      })
      expect(group.done().map(({ name }) => name)).toContain('writeDraft')
      expect(group.queued(), 'the customer sees nothing').toEqual([])
      const shown = group.posts().find(({ key }) => key.startsWith(`draft:${draftId}:`))
      expect(shown).toMatchObject({ topicKey: `topic:${leadId}`, leadId })
      expect(JSON.stringify(shown?.content.buttons)).toContain(`draft-send:${short}:1`)
      await group.press(`draft-send:${short}:1`, thread)
      expect(group.done().map(({ name }) => name)).toContain('sendDraft')
    } finally {
      await group.close()
    }
  })
})
