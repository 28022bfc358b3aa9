import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { MessageKind } from '#core/channels/inbound-item.ts'
import { loadWords } from '#core/i18n.ts'
import { shortId } from '#core/new-id.ts'
import type { Face } from '../posts/post-content.ts'
import { channelId, leadId, makeLead, makeMember } from '../testing/make-lead.ts'
import { visibleLength } from '../text/fit-html.ts'
import { createVoice } from '../voice.ts'
import { moreButtons } from './card-buttons.ts'
import { historyFace } from './history-face.ts'
import { inboxFace } from './inbox-face.ts'
import { kindViews } from './kinds/index.ts'
import { leadCardFace } from './lead-card-face.ts'
import type { MessageView } from './message-view.ts'
import { glanceAt, showMessage } from './show-message.ts'
import { sayChannel } from './words-of-lead.ts'

const words = loadWords(join(import.meta.dirname, '../../locales'))
const now = new Date('2026-11-20T11:00:00Z')
const voice = createVoice(words, 'en', now)
const { say } = voice
const bare = (text: string) => text.replace(/[\u2068\u2069]/g, '')
const verbs = (face: ReturnType<typeof leadCardFace>) =>
  face.buttons?.flat().flatMap((button) => ('data' in button ? button.data.split(':')[0] : []))

describe('a card', () => {
  it('says who, from where, the first words, and how the lead stands', () => {
    const card = makeLead({ attribution: { headline: 'Sale <b>' }, earlierLeads: 2, notes: 1 })
    const html = bare(leadCardFace(voice, card, makeMember('01')).html)
    expect(html).toContain('<b>Maria</b> · <b>#12</b>')
    expect(html).toContain('+4915112345678')
    expect(html).toContain('WhatsApp · Shop')
    expect(html).toContain('From the ad “Sale &lt;b&gt;”')
    expect(html).toContain('“Hello”')
    expect(html).toContain('Status: New')
    expect(html).toContain('Nobody has this lead yet')
    expect(html).toContain('open until Sat 10:00 AM (23 hours left)')
    expect(html).toContain('2 earlier leads · 📝 one note')
  })

  it('names in its text what is another with every look, so that a page stays open when only that has changed', () => {
    const at = (hours: number, lastMessage = makeLead().lastMessage) =>
      leadCardFace(
        createVoice(words, 'en', new Date(now.getTime() + hours * 3_600_000)),
        makeLead({ lastMessage }),
        makeMember('01'),
      )
    const [early, late, closed] = [at(0), at(5), at(100)]
    const lasting = ({ html, fleeting = [] }: Face) =>
      fleeting.reduce((rest, line) => rest.replace(line, ''), html)
    expect(early.html).not.toBe(late.html)
    expect(lasting(early)).toBe(lasting(late))
    expect(closed.fleeting).toBeUndefined()
    const said = { kind: 'text', body: 'And a pool?', data: {}, sentAt: now, direction: 'inbound' } as const
    expect(at(0, said).html).toContain('And a pool?')
    expect(lasting(at(0, said))).toBe(lasting(early))
    expect(lasting(closed)).not.toBe(lasting(early))
  })

  it('of a stopped channel leads to its page: whoever may mend it, and in a group by a link', () => {
    const channel = { id: channelId, network: 'whatsapp', name: 'Shop', state: 'stopped' as const }
    const first = (viewer: Parameters<typeof leadCardFace>[2], card = makeLead({ channel })) =>
      leadCardFace(voice, card, viewer).buttons?.[0]?.[0]
    const start = `channel_${shortId(channelId)}`
    const mends = { text: say('button-channel'), data: `channel:${shortId(channelId)}` }
    expect(first(makeMember('01', { role: 'owner' }))).toEqual(mends)
    expect(first(makeMember('01', { role: 'owner' }), makeLead())).not.toEqual(mends)
    expect(first(makeMember('01'))).toMatchObject({ data: expect.stringContaining('claim:') })
    const group = {
      ...makeMember('01'),
      isGroup: true,
      link: (what: string) => `https://t.me/desk?start=${what}`,
    }
    expect(first(group)).toEqual({ text: mends.text, url: `https://t.me/desk?start=${start}` })
    expect(first({ ...group, link: () => undefined }), 'a bot without a name').toMatchObject({
      data: expect.stringContaining('claim:'),
    })
  })

  it('says what a closed reply window means', () => {
    const html = leadCardFace(voice, makeLead({ windowEndsAt: new Date(0) }), makeMember('01')).html
    expect(html).toContain('closed. Free text can be sent again once the customer writes.')
  })

  it('of a form shows the answers, the campaign, the ad, the form and the page', () => {
    const attribution = {
      sourceType: 'website',
      sourceUrl: 'https://shop.example/offers?x=1',
      campaignName: 'Spring <b>',
      adName: 'Reel 2',
      formName: 'Trial',
    }
    const firstMessage = {
      kind: 'form',
      body: 'Call me',
      data: { answers: { 'Your goal': 'lose <weight>', note: 'Call me' }, test: true },
      sentAt: now,
    }
    const html = bare(leadCardFace(voice, makeLead({ attribution, firstMessage }), makeMember('01')).html)
    for (const part of [
      'Campaign: Spring &lt;b&gt;',
      'Ad: Reel 2',
      'Form: Trial',
      'Page: shop.example',
      '• Your goal: lose &lt;weight&gt;',
      'A test of the network, not a person',
    ])
      expect(html).toContain(part)
    expect(html.match(/Call me/g)).toHaveLength(1)
  })

  it('of an endless form still says how the lead stands', () => {
    const answers = Object.fromEntries(
      Array.from({ length: 99 }, (_, index) => [`q${index}`, 'x'.repeat(999)]),
    )
    const firstMessage = { kind: 'form', body: 'y'.repeat(9_999), data: { answers }, sentAt: now }
    const html = leadCardFace(voice, makeLead({ firstMessage }), makeMember('01')).html
    expect(visibleLength(html)).toBeLessThan(4_096)
    expect(html).toContain('Status: ')
  })

  it('shows a hostile name literally', () => {
    const contact = {
      id: leadId,
      name: '</b><script>\u202E x',
      phone: null,
      username: null,
      blockedAt: null,
      erasedAt: null,
    }
    expect(leadCardFace(voice, makeLead({ contact }), makeMember('01')).html).toContain(
      '&lt;/b&gt;&lt;script&gt; x',
    )
  })

  it('tells times in the time zone of who looks', () => {
    const lead = makeLead({ snoozedUntil: new Date('2026-11-24T09:00:00Z') })
    const told = (timeZone: string) => leadCardFace(voice, lead, makeMember('01', { timeZone })).html
    expect(told('Europe/Paris')).toContain('11:00 AM')
    expect(told('Europe/Paris')).toContain('10:00 AM')
    expect(told('Asia/Tokyo')).toContain('7:00 PM')
    expect(told('Asia/Tokyo')).toContain('6:00 PM')
  })

  it('keeps the number behind an Arabic name in order', () => {
    const contact = { ...makeLead().contact, name: 'ليلى' }
    const html = leadCardFace(voice, makeLead({ contact }), makeMember('01')).html
    expect(html.split('\n')[0]).toBe('\u200e<b>\u2068ليلى\u2069</b> · <b>#12</b>')
  })

  it('tells what waits for an answer below what was said first, until it is dealt with', () => {
    const sentAt = new Date('2026-11-20T12:30:00Z')
    const lastMessage = { kind: 'text', body: 'A towel?', data: {}, sentAt, direction: 'inbound' as const }
    const told = (changes: object, viewer = {}) =>
      bare(leadCardFace(voice, makeLead({ lastMessage, ...changes }), makeMember('01', viewer)).html)
    const line = /💬 Last, Fri, Nov 20, 12:30\sPM: “A towel\?”/
    expect(told({})).toMatch(line)
    const others = [
      { lastMessage: { ...lastMessage, direction: 'outbound' } },
      { handled: true },
      { closedAt: sentAt },
    ]
    for (const changes of others) expect(told(changes)).not.toContain('A towel?')
    // A topic shows it itself.
    expect(told({}, { isGroup: true })).not.toContain('A towel?')
  })

  it('has only the buttons that its viewer may use', () => {
    const owner = makeMember('01')
    const owned = makeLead({ owner: { id: owner.id, name: owner.name } })
    const rest = ['status', 'note', 'remind', 'quick', 'history', 'more', 'next']
    expect(verbs(leadCardFace(voice, makeLead(), owner))).toEqual(['claim', ...rest])
    expect(verbs(leadCardFace(voice, owned, owner))).toEqual(['release', 'assign', ...rest])
    expect(verbs(leadCardFace(voice, owned, makeMember('02')))).toEqual(rest)
    const contact = { ...makeLead().contact, blockedAt: new Date() }
    expect(verbs(leadCardFace(voice, makeLead({ contact }), owner))).toEqual(['unblock', 'history', 'more'])
    expect(verbs(leadCardFace(voice, owned, makeMember('03', { role: 'admin' })))).toEqual([
      'release',
      'assign',
      ...rest,
    ])
    expect(verbs(leadCardFace(voice, makeLead(), makeMember('04', { role: 'viewer' })))).toEqual(['history'])
  })

  it('offers to ask for the number of whom one knows none of, where the network can ask', () => {
    const nameless = (network: string, changes: object = {}) =>
      makeLead({
        contact: { ...makeLead().contact, phone: null },
        channel: { id: channelId, network, name: 'Shop', state: 'active' },
        ...changes,
      })
    const shown = (lead: ReturnType<typeof makeLead>) =>
      verbs({
        html: '',
        buttons: moreButtons(voice.say, lead, { template: true, duplicates: true, erase: false }),
      })?.includes('ask-number')
    expect(
      ['whatsapp', 'telegram', 'instagram', 'telegram_business'].map((one) => shown(nameless(one))),
    ).toEqual([true, true, false, false])
    expect(shown(makeLead())).toBe(false)
    expect(shown(nameless('whatsapp', { closedAt: new Date() }))).toBe(false)
  })
})

const samples: Record<MessageKind, Partial<MessageView>> = {
  text: { body: 'Hello' },
  image: { body: 'my caption' },
  video: {},
  animation: {},
  video_note: {},
  audio: {},
  voice: {},
  document: { attachments: [{ kind: 'document', fileName: 'offer <1>.pdf' }] },
  sticker: {},
  location: { data: { latitude: 52.5, longitude: 13.4, name: 'Café <x>' } },
  contacts: { data: { contacts: [{ name: { formatted_name: 'Ali' }, phones: [{ phone: '+20 1' }] }] } },
  choice: { body: 'Yes', data: { payload: 'y' } },
  form: { data: { answers: { colour: 'red', flow_token: 'secret' } } },
  order: {
    data: { items: [{ product_retailer_id: 'SKU-1', quantity: 2, item_price: 10, currency: 'EUR' }] },
  },
  share: {
    body: 'Spring <b>sale</b>',
    data: { share: { type: 'ig_reel', url: 'https://example.com/reel?a="><script>' } },
  },
  story_mention: {},
  comment: {
    body: 'How much <i>?',
    data: { commentId: '1', post: { url: 'https://example.com/post/1' } },
  },
  call: { data: { event: 'terminate', direction: 'inbound', seconds: 120 } },
  poll: { body: 'Red or <blue>?', data: { options: ['Red', '<blue>', 7, null] } },
  reaction: { body: '❤️', answered: { kind: 'text', body: 'our offer' } },
  edit: { body: 'new text', answered: { kind: 'text', body: 'old text' } },
  revoke: { answered: { kind: 'text', body: 'never mind' } },
  system: { body: 'Ali changed number', data: { event: 'user_changed_number' } },
  unsupported: { data: { kind: 'poll' } },
  unknown: { data: { kind: 'hologram', raw: {} } },
}
const told: Partial<Record<MessageKind, string[]>> = {
  image: ['📷 Photo', 'my caption'],
  document: ['Document: offer &lt;1&gt;.pdf'],
  location: ['Location: Café &lt;x&gt;', '<a href="https://www.google.com/maps?q=52.5,13.4">'],
  contacts: ['👤 Contact', '• Ali, +20 1'],
  choice: ['Chose: Yes'],
  form: ['• colour: red'],
  order: ['• 2 × SKU-1 – 10 EUR'],
  share: ['Passed a reel on', 'Spring &lt;b&gt;sale', 'href="https://example.com/reel?a=%22%3E%3Cscript%3E"'],
  story_mention: ['Mentioned you in a story'],
  comment: ['Commented under a post', 'How much &lt;i&gt;?', '<a href="https://example.com/post/1">'],
  call: ['The call ended after 2 minutes'],
  poll: ['Red or &lt;blue&gt;?', '• Red\n• &lt;blue&gt;\n• 7'],
  reaction: ['❤️ Reacted to: “our offer”'],
  edit: ['Changed “old text”', 'new text'],
  revoke: ['Deleted: “never mind”'],
  system: ['Has a new number', 'Ali changed number'],
  unsupported: ['(poll)'],
  unknown: ['(hologram)'],
}

describe('a message', () => {
  const view = (kind: string, part: Partial<MessageView> = {}): MessageView => ({
    kind,
    body: null,
    data: {},
    ...part,
  })

  it.each(Object.keys(kindViews) as MessageKind[])(
    'of kind %s is understandable in every language',
    (kind) => {
      for (const part of told[kind] ?? [])
        expect(bare(showMessage(say, view(kind, samples[kind])))).toContain(part)
      for (const language of words.languages) {
        const speak = words.in(language)
        expect(showMessage(speak, view(kind, samples[kind])).length).toBeGreaterThan(4)
        // A bare one, as of a network that leaves everything out, is told too.
        expect(showMessage(speak, view(kind)) + glanceAt(speak, view(kind), 40)).not.toMatch(
          /undefined|null|message-/,
        )
      }
    },
  )

  it.each([
    ['connect', 'inbound', 'Is calling'],
    ['terminate', 'inbound', 'ended without being taken'],
    ['rejected', 'outbound', 'The customer refused the call'],
    ['constructor', 'inbound', 'Call'],
  ])('of a call that %s (%s) says so', (event, direction, words_) => {
    expect(showMessage(say, view('call', { data: { event, direction } }))).toContain(words_)
  })

  it('says what one should know before one answers', () => {
    const data = { forwarded: true, standby: true, automatic: true, test: true, groupId: '1@g.us' }
    expect(showMessage(say, view('text', { body: 'hi', data })).split('\n')).toEqual([
      '<i>Forwarded</i>',
      '<i>Sent by an automatic reply</i>',
      '<i>Another app is answering this chat at the moment</i>',
      '<i>A test of the network, not a person</i>',
      '<i>Written in a group</i>',
      'hi',
    ])
    expect(showMessage(say, view('text', { body: 'hi', data: { standby: 'yes', groupId: 7 } }))).toBe('hi')
  })

  it.each(['javascript:alert(1)', 'tg://resolve?domain=x', 'data:text/html,x', '/post', '"><b>', 7, null])(
    'never leads to an address such as %s',
    (url) => {
      const shown = [
        showMessage(say, view('share', { data: { share: { type: 'link', url } } })),
        showMessage(say, view('comment', { data: { post: { url } } })),
      ]
      expect(shown.join()).not.toContain('<a')
    },
  )

  it.each(Object.keys(kindViews) as MessageKind[])('of kind %s cannot break out of our HTML', (kind) => {
    const evil = '</b><a href="tg://x">\u202E&<'
    const deep = (value: unknown): unknown => {
      if (typeof value === 'string') return evil
      if (Array.isArray(value)) return value.map(deep)
      if (typeof value !== 'object' || value === null) return value
      return Object.fromEntries(
        Object.entries(value).map(([key, inner]) => [key === 'colour' ? evil : key, deep(inner)]),
      )
    }
    const sample = samples[kind]
    const data = deep(sample.data ?? {}) as Record<string, unknown>
    const answered = { kind: 'text', body: evil }
    const attachments = [{ kind: 'document', fileName: evil }]
    const html = showMessage(say, { kind, body: evil, data, answered, attachments })
    const tags = [...html.matchAll(/<\/?(\w*)[^>]*>/g)].map(([tag]) => tag)
    for (const tag of tags)
      expect(tag).toMatch(/^<\/?(i|a|b)>$|^<a href="https:\/\/www\.google\.com[^"<>]*">$/)
    expect(html).not.toContain('\u202E')
    expect(tags.filter((tag) => tag.startsWith('</'))).toHaveLength(tags.length / 2)
  })

  it('of several files says how many', () => {
    const file = { kind: 'image', fileName: null }
    expect(bare(showMessage(say, view('image', { attachments: [file, file, file] })))).toBe(
      '📷 Photo\n3 files',
    )
  })

  it('that we sent is told as what it was', () => {
    const template = view('template', { body: 'Hi Ali', data: { name: 'hello_<1>' } })
    expect(bare(showMessage(say, template))).toBe('📋 Template hello_&lt;1&gt;\nHi Ali')
    expect(showMessage(say, view('buttons', { body: 'Which?' }))).toBe('Which?')
  })

  it('with a long form is cut, and says that there is more', () => {
    const answers = Object.fromEntries(
      Array.from({ length: 60 }, (_, index) => [`q${index}`, 'x'.repeat(90)]),
    )
    for (const form of [answers, { long: 'y'.repeat(900) }]) {
      const html = showMessage(say, view('form', { data: { answers: form } }))
      expect(visibleLength(html)).toBeLessThan(2_700)
      expect(html).toContain('there is more in the form')
    }
    expect(showMessage(say, view('form', { data: { answers: { a: 'b' } } }))).not.toContain('there is more')
  })

  it('never shows the token of a form', () => {
    expect(showMessage(say, view('form', samples.form))).not.toContain('secret')
  })

  it('of a kind that core has not named is told as unknown', () => {
    expect(bare(showMessage(say, view('constructor', { data: { kind: 'x' } })))).toContain('(x)')
  })

  it('shows what it answers', () => {
    const html = showMessage(say, view('text', { body: 'yes', answered: { kind: 'text', body: 'Red?' } }))
    expect(bare(html)).toBe('↩️ <i>“Red?”</i>\nyes')
    // What a customer wrote keeps its own direction in a line of another one.
    expect(html).toContain('“\u2068Red?\u2069”')
  })
})

describe('a channel', () => {
  it('is called by its network, and by a name that says more', () => {
    const french = words.in('fr')
    const called = (network: string, name: string) => sayChannel(french, { network, name })
    expect(called('facebook_leads', 'Facebook Lead Ads')).toBe('Formulaires Facebook')
    expect(called('forms', 'Website')).toBe('Formulaire du site')
    expect(called('whatsapp', 'Atlas Gym')).toBe('WhatsApp · Atlas Gym')
    expect(called('whatsapp', '')).toBe('WhatsApp')
  })
})

describe('the inbox', () => {
  it('has a line and a button for each lead, tabs and pages', () => {
    const face = inboxFace(voice, { whose: 'all', offset: 8, leads: [makeLead()], total: 20 })
    const html = bare(face.html)
    expect(html).toContain('20 open leads')
    expect(html).toContain('#12 Maria')
    expect(html).toContain('waiting for 1 hour')
    expect(html).toContain('Page 2 of 3')
    const data = face.buttons?.flat().flatMap((button) => ('data' in button ? button.data : []))
    expect(data?.slice(0, 3)).toEqual(['inbox:mine:0', 'inbox:unclaimed:0', 'inbox:all:0'])
    expect(data?.slice(-2)).toEqual(['inbox:all:0', 'inbox:all:16'])
  })

  it('begins each line of Arabic at the right, whatever script it begins with', () => {
    const arabic = createVoice(words, 'ar', now)
    const { html } = inboxFace(arabic, { whose: 'all', offset: 0, leads: [makeLead()], total: 1 })
    const lines = html.split('\n').filter((line) => line !== '')
    expect(lines.length).toBeGreaterThan(3)
    expect(lines.filter((line) => !line.startsWith('\u200f'))).toEqual([])
  })

  it('says kindly that it is empty', () => {
    expect(inboxFace(voice, { whose: 'mine', offset: 0, leads: [], total: 0 }).html).toContain(
      'You have no open leads',
    )
  })
})

describe('the history', () => {
  const line = (body: string) => ({
    type: 'message' as const,
    at: now,
    kind: 'text',
    body,
    data: {},
    direction: 'inbound' as const,
    status: 'received',
    by: null,
  })

  it('is told in the time of the business', () => {
    expect(historyFace(voice, makeLead(), [line('hi')], 'Asia/Tokyo').html).toContain('8:00')
  })

  it.each(words.languages)('has no date in %s that Telegram would take for a command', (language) => {
    const { html } = historyFace(createVoice(words, language, now), makeLead(), [line('hi')], 'UTC')
    expect(html.replaceAll(/<[^>]*>/g, '')).not.toContain('/')
  })

  it('leaves out the oldest lines when it is too long, and says so', () => {
    const lines = Array.from({ length: 100 }, (_, index) => line(`${index} ${'x'.repeat(300)}`))
    const { html } = historyFace(voice, makeLead(), lines, 'UTC')
    expect(visibleLength(html)).toBeLessThanOrEqual(4096)
    expect(html).toContain('99 xxx')
    expect(html).not.toContain('“0 xxx')
    expect(html).toContain('Older lines are left out')
  })
})
