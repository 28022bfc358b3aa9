import { afterEach, describe, expect, it } from 'vitest'
import { DeskError } from '#core/errors.ts'
import { shortId } from '#core/new-id.ts'
import type { NewPost } from '#core/posts/post.ts'
import { channelId, makeChannel } from '../testing/make-channel.ts'
import { leadId, makeLead, messageId } from '../testing/make-lead.ts'
import { openChat } from '../testing/open-chat.ts'
import { refusal } from '../testing/open-fake-telegram.ts'

let chat: Awaited<ReturnType<typeof openChat>>
afterEach(() => chat.close())
const id = shortId(channelId)

const form = {
  network: 'forms',
  name: 'Contact page',
  state: 'active',
  origins: [],
  thanksUrl: null,
  mapping: { name: 'who' },
  honeypot: null,
}
const secret = 'S'.repeat(32)

const openChannels = (
  role: Parameters<typeof openChat>[0] = 'admin',
  more: object = {},
  publicUrl?: string,
) =>
  openChat(
    role,
    {
      listChannels: () => [makeChannel({ network: 'forms', name: 'Contact page' })],
      readForm: () => form,
      addForm: () => ({ channelAccountId: channelId }),
      revealFormSecret: () => ({ network: 'forms', name: 'Contact page', secret }),
      setFormSettings: () => form,
      removeForm: () => undefined,
      ...more,
    },
    publicUrl,
  )
const channelsPost: NewPost = {
  chat: { id: '702', kind: 'private' },
  key: 'channels:1',
  urgency: 1,
  content: {},
}

describe('/channels', () => {
  it('is one post that changes in place', async () => {
    chat = await openChannels('owner')
    await chat.write('/channels')
    expect(chat.last()).toMatchObject({ key: 'channels:1', content: { method: 'send' } })
    await chat.press(`channel:${id}`, channelsPost)
    expect(chat.last()).toMatchObject({ targetKey: 'channels:1', content: { method: 'edit' } })
    await chat.press('channels', channelsPost)
    expect(chat.last()).toMatchObject({ targetKey: 'channels:1', content: { method: 'edit' } })
  })

  it.each(['agent', 'viewer'] as const)('is refused to %ss, whatever they press', async (role) => {
    chat = await openChannels(role)
    await chat.write('/channels')
    expect(chat.html()).toContain('Your role does not allow this')
    for (const verb of [
      `channel:${id}`,
      'channels',
      `channel-templates:${id}:0`,
      'form-add:forms',
      `hide:${id}:${'a'.repeat(10)}`,
    ]) {
      await chat.press(verb, channelsPost)
      expect(chat.toast()).toContain('Your role does not allow this')
    }
    expect(chat.posts()).toHaveLength(1)
    expect(chat.done()).toEqual([])
  })

  it('asks the network on a press, and hides a danger that was seen', async () => {
    const dangers = { 'security-PIN_CHANGED': { title: 'PIN_CHANGED', since: new Date().toISOString() } }
    chat = await openChannels('owner', {
      listChannels: () => [makeChannel({ dangers })],
      checkChannel: () => undefined,
      dismissDanger: () => undefined,
    })
    await chat.press(`check:${id}`, channelsPost)
    const hide = chat.buttons().find((data) => data?.startsWith('hide:'))
    await chat.press(hide ?? '', channelsPost)
    expect(chat.done()).toMatchObject([
      { name: 'checkChannel', input: { channelAccountId: channelId } },
      { name: 'dismissDanger', input: { channelAccountId: channelId, code: 'security-PIN_CHANGED' } },
    ])
  })
})

describe('a website form', () => {
  it('is made by its name; its address is told once, and stands in no post', async () => {
    chat = await openChannels()
    await chat.press('form-add:forms', channelsPost)
    const question = chat.last()
    expect(question?.content).toMatchObject({ purpose: 'new-form', dialogue: { network: 'forms' } })
    await chat.answer(question, ' Contact page ')
    expect(chat.done()[0]).toMatchObject({
      name: 'addForm',
      input: { network: 'forms', name: 'Contact page', origin: { account: '4200', chat: '702' } },
    })
    const told = String(chat.telegram.of('sendMessage')[0]?.text)
    expect(told).toContain(`<code>https://desk.example.com/webhooks/forms/${secret}</code>`)
    expect(told).toContain('&lt;form action=')
    expect(told).not.toContain('PUBLIC_URL')
    expect(JSON.stringify(chat.posts())).not.toContain(secret)
    expect(chat.last()?.key).toMatch(/^channels:/)
  })

  it('of Google tells its address and its key', async () => {
    chat = await openChannels('owner', {
      revealFormSecret: () => ({ network: 'google_leads', name: 'Spring', secret }),
    })
    await chat.press(`form-show:${id}`, channelsPost)
    const told = String(chat.telegram.of('sendMessage')[0]?.text)
    expect(told).toContain('<code>https://desk.example.com/webhooks/google-ads</code>')
    expect(told).toContain(`<code>${secret}</code>`)
  })

  it('that nobody can reach says so', async () => {
    chat = await openChannels('owner', {}, 'http://127.0.0.1:3000')
    await chat.press(`form-show:${id}`, channelsPost)
    expect(String(chat.telegram.of('sendMessage')[0]?.text)).toContain('PUBLIC_URL')
  })

  it('whose address Telegram did not take is told when the update is heard again', async () => {
    chat = await openChannels()
    chat.telegram.on('sendMessage', () => refusal(429, 'Too Many Requests', { retry_after: 1 }))
    await expect(chat.press(`form-show:${id}`, channelsPost)).rejects.toThrow('429')
    chat.telegram.on('sendMessage', () => refusal(403, 'Forbidden: bot was blocked by the user'))
    await chat.press(`form-show:${id}`, channelsPost)
  })

  it.each([
    [
      'origins',
      'example.org, www.example.org\nhttps://x.org',
      { origins: ['example.org', 'www.example.org', 'https://x.org'] },
    ],
    ['origins', '-', { origins: [] }],
    ['thanks', 'https://example.org/thanks', { thanksUrl: 'https://example.org/thanks' }],
    ['thanks', '–', { thanksUrl: null }],
    [
      'fields',
      'name = contact.full_name\nphone = tel',
      { mapping: { name: 'contact.full_name', phone: 'tel' } },
    ],
    ['hidden', 'website', { honeypot: 'website' }],
  ])('is set by answering: %s, %j', async (part, text, input) => {
    chat = await openChannels()
    await chat.press(`form-set:${id}:${part}`, channelsPost)
    const question = chat.last()
    await chat.answer(question, text)
    expect(chat.done()).toMatchObject([
      { name: 'setFormSettings', input: { channelAccountId: channelId, ...input } },
    ])
    expect(chat.html()).toMatch(/^✅ Kept\.[\s\S]*Contact page/)
  })

  it('says which line is wrong and changes nothing; the question can be answered again', async () => {
    chat = await openChannels()
    await chat.press(`form-set:${id}:fields`, channelsPost)
    const question = chat.last()
    expect(chat.html()).toContain('<pre>name = who</pre>')
    await chat.answer(question, 'name = a\nwho knows')
    expect(chat.html()).toMatch(/Line 2 \(“who knows”\) is not understood/)
    expect(chat.done()).toEqual([])
    await chat.answer(question, 'name = a')
    expect(chat.done()).toHaveLength(1)
  })

  it('is removed only after a question', async () => {
    chat = await openChannels()
    await chat.press(`form-remove:${id}`, channelsPost)
    expect(chat.done()).toEqual([])
    expect(chat.buttons()).toEqual([`form-remove-yes:${id}`, `channel:${id}`])
    await chat.press(`form-remove-yes:${id}`, channelsPost)
    expect(chat.done()).toMatchObject([{ name: 'removeForm' }])
  })
})

describe('a new template', () => {
  const open = () =>
    openChannels('admin', { createTemplate: () => ({ templateId: messageId }), listTemplates: () => [] })

  it('is written by answers and presses, previewed with its examples, and submitted', async () => {
    chat = await open()
    await chat.press(`template-new:${id}`, channelsPost)
    await chat.answer(chat.last(), 'Visit reminder')
    const language = chat.last()
    await chat.press('template-set:language:fr', language)
    await chat.press('template-set:category:UTILITY', chat.last())
    await chat.answer(chat.last(), 'Bonjour {{1}}, à {{2}} dans notre salle.')
    expect(chat.html()).toContain('2 placeholders')
    await chat.answer(chat.last(), 'Rosa\nlundi')
    await chat.press('template-set:footer:none', chat.last())
    expect(chat.html()).toContain('Bonjour Rosa, à lundi dans notre salle.')
    expect(chat.done()).toEqual([])
    await chat.press('template-submit', chat.last())
    expect(chat.done()).toMatchObject([
      {
        name: 'createTemplate',
        input: {
          channelAccountId: channelId,
          name: 'visit_reminder',
          language: 'fr',
          category: 'UTILITY',
          components: [
            {
              type: 'BODY',
              text: 'Bonjour {{1}}, à {{2}} dans notre salle.',
              example: { body_text: [['Rosa', 'lundi']] },
            },
          ],
        },
      },
    ])
    expect(chat.html()).toContain('is submitted')
    // A question that was answered already can still be pressed: it goes on from there, and submits nothing.
    await chat.press('template-set:language:de', language)
    expect(chat.done()).toHaveLength(1)
  })

  it('asks again for what cannot be taken, and says why', async () => {
    chat = await open()
    await chat.press(`template-new:${id}`, channelsPost)
    await chat.answer(chat.last(), 'Größe!')
    expect(chat.html()).toContain('A name has only small letters')
    await chat.answer(chat.last(), 'size')
    await chat.answer(chat.last(), 'pt-br')
    expect(chat.last()?.content.dialogue).toMatchObject({ language: 'pt_BR' })
    await chat.answer(chat.last(), 'marketing')
    expect(chat.html()).toContain('press one of the buttons')
    await chat.press('template-set:category:MARKETING', chat.last())
    await chat.answer(chat.last(), 'Hello {{2}} there')
    expect(chat.html()).toContain('without a gap')
    await chat.answer(chat.last(), 'Hello {{1}} there')
    await chat.answer(chat.last(), 'one\ntwo')
    expect(chat.html()).toContain('number of lines')
    await chat.answer(chat.last(), 'Rosa')
    await chat.answer(chat.last(), 'x'.repeat(61))
    expect(chat.html()).toContain('at most 60 characters')
  })

  it('can be cancelled at any step, and a forged choice goes nowhere', async () => {
    chat = await open()
    await chat.press(`template-new:${id}`, channelsPost)
    await chat.write('/cancel')
    expect(chat.html()).toContain('Nothing was changed')
    const [question] = chat.posts()
    await chat.answer(question, 'size')
    const language = chat.last()
    await chat.press('template-set:category:UTILITY', language)
    await chat.press('template-submit', language)
    expect(chat.toast()).toContain('too old or not from here')
    await chat.press('template-stop', language)
    expect(chat.last()?.content).toEqual({ method: 'edit', html: expect.stringContaining('Cancelled') })
    expect(chat.done()).toEqual([])
  })

  it('that there is already is told by the desk, and the preview stays', async () => {
    chat = await openChannels('admin', {
      createTemplate: () => {
        throw new DeskError('conflict', 'template-exists', { name: 'size' })
      },
    })
    const dialogue = {
      channelAccountId: channelId,
      name: 'size',
      language: 'fr',
      category: 'UTILITY',
      body: 'Oui.',
      footer: '',
    }
    await chat.press('template-submit', {
      ...channelsPost,
      key: 'new-template:9',
      content: { method: 'send', html: '', purpose: 'new-template', dialogue },
    })
    expect(chat.toast()).toContain('There is a template')
    expect(chat.posts()).toEqual([])
  })
})

describe('templates of a channel', () => {
  it('are listed with their status; one is shown with its texts', async () => {
    const template = {
      id: messageId,
      channelAccountId: channelId,
      name: 'visit',
      language: 'fr',
      category: 'UTILITY',
      status: 'REJECTED',
      quality: null,
      reason: 'INVALID_FORMAT',
      components: [{ type: 'BODY', text: 'Bonjour <{{1}}>' }],
    }
    chat = await openChannels('owner', { listTemplates: () => [template] })
    await chat.press(`channel-templates:${id}:0`, channelsPost)
    expect(chat.html()).toContain('❌ <b>visit</b> (fr) – refused')
    await chat.press(`template-page:${shortId(messageId)}`, channelsPost)
    expect(chat.html()).toMatch(/Service · refused[\s\S]*INVALID_FORMAT[\s\S]*Bonjour &lt;\{\{1\}\}&gt;/)
    await chat.press(`template-page:${shortId(leadId)}`, channelsPost)
    expect(chat.toast()).toContain('not here any more')
  })
})

describe('/new', () => {
  const open = (more: object = {}) =>
    openChat('agent', { addLead: () => ({ leadId, existed: false }), findLead: () => makeLead(), ...more })

  it('takes the answer to a question of the version before, and shows the card under the name of its notice', async () => {
    chat = await open()
    const question: NewPost = {
      ...channelsPost,
      key: 'new-lead:1',
      content: { method: 'send', html: 'Who is it?', purpose: 'new-lead', dialogue: {} },
    }
    await chat.answer(question, '+33 6 39 98 00 01\nRosa\nWants to see the gym')
    expect(chat.done()).toMatchObject([
      {
        name: 'addLead',
        input: {
          name: 'Rosa',
          phone: '+33 6 39 98 00 01',
          note: 'Wants to see the gym',
          origin: { account: '4200', chat: '702' },
        },
      },
    ])
    expect(chat.last()).toMatchObject({ key: `card:${leadId}`, leadId })
  })

  it('takes what stands behind the command at once', async () => {
    chat = await open()
    await chat.write('/new Rosa\nrosa@example.com')
    expect(chat.done()).toMatchObject([{ input: { name: 'Rosa', email: 'rosa@example.com' } }])
  })

  it('shows the lead of somebody who is known, and says so', async () => {
    chat = await open({ addLead: () => ({ leadId, existed: true }) })
    await chat.write('/new Rosa\n+33 6 39 98 00 01')
    const [known, card] = chat.posts()
    expect(known?.content.html).toContain('This person is known')
    expect(card?.key).toBe(`card:${leadId}:1`)
  })

  it('says which line cannot be used, whoever finds out', async () => {
    chat = await open({
      addLead: () => {
        throw new DeskError('invalid', 'phone-unreadable')
      },
    })
    await chat.write('/new Rosa\n12345678')
    expect(chat.html()).toMatch(/Line 2 \(“12345678”\)[\s\S]*no phone number/)
    await chat.write('/new Rosa\nrosa@example')
    expect(chat.html()).toMatch(/Line 2 \(“rosa@example”\)[\s\S]*no e-mail address/)
    expect(chat.done()).toHaveLength(1)
  })

  it('is refused to a viewer before he types anything', async () => {
    chat = await openChat('viewer')
    await chat.write('/new')
    expect(chat.html()).toContain('Your role does not allow this')
  })
})

describe('one person or two', () => {
  const suggestion = {
    id: messageId,
    reasons: ['same-phone'],
    createdAt: new Date(),
    contacts: [
      { id: leadId, name: 'Rosa', networks: [], lead: null },
      { id: messageId, name: 'R.', networks: [], lead: null },
    ],
  }
  const question: NewPost = { ...channelsPost, key: 'suggested:e1', leadId }
  const open = (more: object = {}) =>
    openChat('agent', {
      listMergeSuggestions: () => [suggestion],
      mergeContacts: () => ({ mergeId: messageId }),
      undoMerge: () => undefined,
      dismissMergeSuggestion: () => undefined,
      ...more,
    })

  it('are merged into the older, and taken apart again, in the same post', async () => {
    chat = await open()
    await chat.press(`merge:${shortId(messageId)}`, question)
    expect(chat.done()).toMatchObject([
      { name: 'mergeContacts', input: { keptId: leadId, mergedId: messageId } },
    ])
    expect(chat.last()).toMatchObject({ targetKey: 'suggested:e1' })
    expect(chat.buttons()).toEqual([`unmerge:${shortId(messageId)}`])
    await chat.press(`unmerge:${shortId(messageId)}`, question)
    expect(chat.done()[1]).toMatchObject({ name: 'undoMerge', input: { mergeId: messageId } })
  })

  it('stay two when somebody says so', async () => {
    chat = await open()
    await chat.press(`merge-not:${shortId(messageId)}`, question)
    expect(chat.done()).toMatchObject([
      { name: 'dismissMergeSuggestion', input: { suggestionId: messageId } },
    ])
    expect(chat.html()).toContain('they stay two people')
  })

  it('that were decided meanwhile are not merged again', async () => {
    chat = await open({ listMergeSuggestions: () => [] })
    await chat.press(`merge:${shortId(messageId)}`, question)
    expect(chat.toast()).toContain('not here any more')
    expect(chat.done()).toEqual([])
  })
})
