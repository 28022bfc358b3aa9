import { describe, expect, it } from 'vitest'
import { makeChannel } from '../testing/make-channel.ts'
import { testWords } from '../testing/open-chat.ts'
import { longestText, visibleLength } from '../text/fit-html.ts'
import { createVoice } from '../voice.ts'
import { channelFace } from './channel-face.ts'
import { channelListFace } from './channel-list-face.ts'
import { adviseOnDanger, digestOfCode, nameOfDanger } from './danger-words.ts'
import { formSnippet } from './form-snippet.ts'
import { readMappingLines } from './read-mapping-lines.ts'
import { componentLines } from './template-face.ts'

const now = new Date('2026-11-20T11:00:00Z')
const voice = createVoice(testWords, 'en', now)
const bare = (text: string) => text.replace(/[\u2066-\u2069\u200e\u200f]/g, '')
const ago = (hours: number) => new Date(now.getTime() - hours * 3_600_000)
const dataOf = (face: ReturnType<typeof channelFace>) =>
  face.buttons?.flat().map((button) => ('data' in button ? button.data.split(':')[0] : ''))

describe('the list of channels', () => {
  it('shows at a glance which work, which are in danger, stopped or removed', () => {
    const failure = { code: '190', title: 'Access token expired' }
    const face = channelListFace(voice, [
      makeChannel({
        name: 'Removed',
        network: 'forms',
        state: 'stopped',
        stoppedReason: { code: 'form-removed', title: '' },
      }),
      makeChannel({ name: 'Stopped', state: 'stopped', stoppedReason: failure }),
      makeChannel({ name: 'In danger', dangers: { quality: { title: 'RED', since: now.toISOString() } } }),
      makeChannel({ name: 'Fine <b>' }),
    ])
    const lines = bare(face.html).split('\n').slice(2)
    expect(lines).toEqual([
      '🛑 <b>WhatsApp · Stopped</b> – has stopped',
      '⚠️ <b>WhatsApp · In danger</b> – Customers block or report this number',
      '🟢 <b>WhatsApp · Fine &lt;b&gt;</b>',
      expect.stringMatching(/^⏹ .*Removed<\/b> – removed$/),
    ])
  })

  it('offers a way in when there is nothing yet', () => {
    const face = channelListFace(voice, [])
    expect(face.html).toContain('Nothing is connected yet')
    expect(dataOf(face)).toEqual(['begin'])
  })
})

describe('the page of a channel', () => {
  it('tells what the network says and how it works in words', () => {
    const html = bare(
      channelFace(
        voice,
        makeChannel({
          facts: {
            displayName: 'Atlas <Gym>',
            quality: 'YELLOW',
            limit: '1000',
            import: { phases: { '0': 100, '1': 40 }, at: '' },
          },
          lastInboundAt: ago(3),
          lastOutboundAt: ago(1),
          ended: 40,
          failed: 3,
          waiting: 2,
          lostLeads: 3,
          tokenExpiresAt: ago(-24 * 12),
          subscription: 'subscribed',
          checkedAt: ago(0.1),
        }),
      ).html,
    )
    for (const part of [
      'Name there: Atlas &lt;Gym&gt;',
      'Quality: medium',
      'first to 1,000 people in 24 hours',
      'Last came in: 3 hours ago',
      'Last went out: 1 hour ago',
      '40 messages sent, 3 of them failed (7.5%)',
      '2 messages are waiting',
      '3 leads could not be fetched',
      'until December 2, 2026 (12 days left)',
      'The network delivers everything here',
      'Asked at the network 6 minutes ago',
      'Old chats: all are here',
    ]) {
      expect(html).toContain(part)
    }
  })

  it('says what to do about each danger, and hides only those that nobody else takes away', () => {
    const since = ago(72).toISOString()
    const dangers = {
      'token-expires': { title: 'The access token ends soon', detail: '2026-11-25', since, checked: true },
      'security-PIN_CHANGED': { title: 'PIN_CHANGED', since },
    }
    const face = channelFace(voice, makeChannel({ dangers }))
    expect(bare(face.html)).toMatch(
      /access token ends soon<\/b> · for 3 days\nMake a new one[\s\S]*2026-11-25[\s\S]*security code[\s\S]*PIN_CHANGED/,
    )
    expect(dataOf(face)).toEqual(['check', 'begin', 'channel-templates', 'hide', 'disconnect', 'channels'])
  })

  it('of a stopped channel says why and can take it up again', () => {
    const stoppedReason = { code: '190', title: 'Access token expired' }
    const face = channelFace(voice, makeChannel({ state: 'stopped', stoppedAt: ago(5), stoppedReason }))
    expect(bare(face.html)).toMatch(/Stopped for 5 hours[\s\S]*renew the access token/)
    expect(dataOf(face)).toContain('resume')
  })

  it('of a form has its settings, nothing of sending, and no check', () => {
    const form = {
      network: 'forms',
      name: 'Contact',
      state: 'active' as const,
      origins: ['https://example.org'],
      thanksUrl: null,
      mapping: { name: 'contact.full_name' },
      honeypot: null,
    }
    const face = channelFace(voice, makeChannel({ network: 'forms' }), form)
    expect(bare(face.html)).toMatch(
      /Allowed websites: https:\/\/example\.org[\s\S]*name = contact\.full_name/,
    )
    expect(face.html).not.toContain('went out')
    expect(dataOf(face)).toEqual([...Array(4).fill('form-set'), 'form-show', 'form-remove', 'channels'])
  })

  it.each(testWords.languages)('fits into a message in %s however much is wrong', (language) => {
    const long = 'x'.repeat(2_000)
    const dangers = Object.fromEntries(
      Array.from({ length: 30 }, (_, index) => [
        `${long}${index}`,
        { title: long, detail: long, since: now.toISOString() },
      ]),
    )
    const channel = makeChannel({ name: long, facts: { displayName: long, quality: long }, dangers })
    const face = channelFace(createVoice(testWords, language, now), channel)
    expect(visibleLength(face.html)).toBeLessThan(longestText)
    for (const button of face.buttons?.flat() ?? []) {
      expect(Buffer.byteLength('data' in button ? button.data : '')).toBeLessThanOrEqual(64)
    }
  })
})

describe('dangers', () => {
  it.each([
    'token-expires',
    'not-subscribed',
    'many-failures',
    'account-restricted',
    'updates-waiting',
    'no-reply-right',
    'quality',
    'quality-RED',
    'limited-PHONE_NUMBER',
    'permission-whatsapp_business_messaging',
    'security-PIN_CHANGED',
  ])('%s has a name and advice of ours in every language', (code) => {
    for (const language of testWords.languages) {
      const say = testWords.in(language)
      expect(nameOfDanger(say, code, 'RAW')).not.toContain('RAW')
      expect(adviseOnDanger(say, code, { title: 'x' })).not.toContain(say('danger-other-advice'))
    }
  })

  it('that nobody here knows are told in the network’s own words, escaped', () => {
    const danger = { title: 'Mind <this>', detail: 'until Monday' }
    expect(nameOfDanger(voice.say, 'alert-NEW', danger.title)).toBe('Mind <this>')
    expect(adviseOnDanger(voice.say, 'alert-NEW', danger)).toContain('<i>until Monday (alert-NEW)</i>')
  })

  it('are told apart on buttons however long their codes are', () => {
    const long = 'permission-whatsapp_business_management'
    expect(digestOfCode(long)).toMatch(/^[\da-f]{10}$/)
    expect(digestOfCode(long)).not.toBe(digestOfCode(`${long}2`))
  })
})

describe('fields of a form, as people write them', () => {
  it('are read line by line', () => {
    expect(readMappingLines('Name = contact.full_name\n\n phone: answers[2].tel ')).toEqual({
      name: 'contact.full_name',
      phone: 'answers[2].tel',
    })
  })

  it.each([
    ['name = a\njust words', 'form-line-unreadable', 2],
    ['name =', 'form-line-unreadable', 1],
    ['name = a\nphone = b\nNAME = c', 'form-line-twice', 3],
  ])('%j says which line is wrong', (text, code, number) => {
    expect(() => readMappingLines(text)).toThrow(
      expect.objectContaining({ code, data: expect.objectContaining({ number }) }),
    )
  })
})

describe('a form to copy', () => {
  it('posts to its address and has the field that only programs fill in', () => {
    const html = formSnippet(voice.say, 'https://desk.example.com/webhooks/forms/a&b')
    expect(html).toContain('action="https://desk.example.com/webhooks/forms/a&amp;b" method="post"')
    for (const field of ['name', 'email', 'phone', 'message', '_gotcha'])
      expect(html).toContain(`name="${field}"`)
  })
})

describe('a template’s texts', () => {
  it('are shown part by part, escaped, and what is unknown is left out', () => {
    const lines = componentLines(voice.say, [
      { type: 'HEADER', format: 'IMAGE' },
      { type: 'BODY', text: 'Hello <{{1}}>' },
      { type: 'FOOTER', text: 'Bye' },
      { type: 'BUTTONS', buttons: [{ type: 'URL', text: 'Open' }, null] },
      { type: 'CAROUSEL' },
      null,
    ])
    expect(lines).toEqual([
      '📷 Photo',
      '<blockquote>Hello &lt;{{1}}&gt;</blockquote>',
      '<i>Bye</i>',
      '🔘 Open',
    ])
  })
})
