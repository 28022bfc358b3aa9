import { describe, expect, it } from 'vitest'
import { leadId, messageId } from '../testing/make-lead.ts'
import { testWords } from '../testing/open-chat.ts'
import { createVoice } from '../voice.ts'
import { mergeFace, type Suggestion } from './merge-face.ts'
import { type Contact, personFace } from './person-face.ts'
import { readNewLead } from './read-new-lead.ts'

const voice = createVoice(testWords, 'en', new Date('2026-11-20T11:00:00Z'))
const bare = (text: string) => text.replace(/[\u2066-\u2069\u200e\u200f]/g, '')
const at = (day: number) => new Date(Date.UTC(2026, 10, day))

describe('a lead that a member types', () => {
  it.each([
    ['Rosa Alvarez\n+33 6 39 98 00 01\nWants to see the gym', { phoneLine: 2 }],
    ['+33 6 39 98 00 01\n\nRosa Alvarez\n Wants to see the gym ', { phoneLine: 1 }],
  ])('is read whatever the order of its lines', (text, more) => {
    expect(readNewLead(text)).toEqual({
      name: 'Rosa Alvarez',
      phone: '+33 6 39 98 00 01',
      note: 'Wants to see the gym',
      ...more,
    })
  })

  it.each([
    ['٠٦٣٩٩٨٠٠٠١', { phone: '٠٦٣٩٩٨٠٠٠١', phoneLine: 1 }],
    ['Rosa@Example.com', { email: 'Rosa@Example.com' }],
    ['@rosa', { name: '@rosa' }],
    ['12 places', { name: '12 places' }],
    [
      'Rosa\nmail me at rosa@example.com\non Monday',
      { name: 'Rosa', note: 'mail me at rosa@example.com\non Monday' },
    ],
    ['', {}],
  ])('%j is told apart by how it looks', (text, lead) => {
    expect(readNewLead(text)).toEqual(lead)
  })

  it.each([
    ['Rosa\nrosa@example', { line: 2, why: 'email' }],
    ['+33639980001\nRosa\n+33639980002', { line: 3, why: 'phone-twice' }],
    ['a@example.com\nb@example.com', { line: 2, why: 'email-twice' }],
    [`a@example.com\n${'x'.repeat(201)}`, { line: 2, why: 'name-too-long' }],
  ])('%j says which line is wrong', (text, problem) => {
    expect(readNewLead(text)).toMatchObject(problem)
  })
})

describe('a question about two people', () => {
  const contact = (name: string | null, more: object = {}) => ({
    id: leadId,
    name,
    phone: '+33639980001',
    email: null,
    username: null,
    networks: ['whatsapp'],
    lead: { id: leadId, number: 12 },
    createdAt: at(1),
    ...more,
  })
  const suggestion: Suggestion = {
    id: messageId,
    reasons: ['same-phone', 'same-username'],
    createdAt: at(1),
    contacts: [contact('Rosa <b>'), contact(null, { lead: null, networks: [], username: 'rosa' })],
  }

  it('says who and who, and why', () => {
    const { html, buttons } = mergeFace(voice.say, suggestion)
    expect(bare(html)).toContain('1. <b>Rosa &lt;b&gt;</b> · #12 · +33639980001 · WhatsApp')
    expect(bare(html)).toContain('2. <b>Someone</b> · +33639980001 · @rosa')
    expect(html).toMatch(/The same phone number[\s\S]*The same name, and the same username/)
    expect(JSON.stringify(buttons)).toMatch(/merge:[\s\S]*merge-not:/)
  })
})

describe('a person', () => {
  const touch = (attribution: object) => ({ leadId, at: at(1), source: 'whatsapp', attribution })
  const person: Contact = {
    id: messageId,
    name: 'Rosa <b>',
    nameSource: 'network',
    language: 'fr',
    createdAt: at(1),
    identities: [
      { kind: 'phone', value: '+33639980001', claimed: true, from: at(1), until: null, mergeId: null },
      { kind: 'telegram_username', value: 'rosa', claimed: false, from: at(1), until: at(9), mergeId: null },
      { kind: 'whatsapp_user', value: 'FR.1234', claimed: false, from: at(1), until: null, mergeId: null },
    ],
    preferences: [{ network: 'whatsapp', account: 'Shop', category: 'marketing', wants: false, at: at(3) }],
    reachability: [{ network: 'telegram', account: 'Bot', state: 'blocked', at: at(4) }],
    merges: [
      { id: leadId, name: 'R. A.', by: 'Ben', at: at(5), undoneAt: null },
      { id: messageId, name: 'X', by: 'Ben', at: at(2), undoneAt: at(3) },
    ],
    leads: [{ id: leadId, number: 12, status: 'new', source: 'whatsapp', createdAt: at(1) }],
    firstTouch: touch({ campaignName: 'Spring', adId: '77', clickId: 'ctwa-1', utm: { source: 'ig' } }),
    lastTouch: touch({ gclid: 'G-1' }),
  }

  it('is told with since and until, with what brought it and what it agreed to', () => {
    const html = bare(personFace(voice, person, 'UTC', true).html)
    for (const part of [
      'Rosa &lt;b&gt;',
      'Phone: <code>+33639980001</code> (since Nov 1, 2026) · not proved',
      'Telegram: <code>@rosa</code> (Nov 1, 2026 – Nov 9, 2026)',
      'Spring',
      'ad <code>77</code>, click <code>ctwa-1</code>',
      'utm: source=ig',
      'gclid <code>G-1</code>',
      'Wants no advertising (WhatsApp · Shop, Nov 3, 2026)',
      'Has blocked you',
      '#12 · Nov 1, 2026 · WhatsApp · New',
      'R. A. (Ben, Nov 5, 2026)',
      'X (Ben, Nov 2, 2026), undone',
    ]) {
      expect(html).toContain(part)
    }
    expect(html).not.toContain('FR.1234')
  })

  it('can be taken apart by those who work leads, and only looked at by a viewer', () => {
    expect(JSON.stringify(personFace(voice, person, 'UTC', true).buttons)).toContain('unmerge:')
    expect(personFace(voice, person, 'UTC', false).buttons).toEqual([])
  })

  it.each(testWords.languages)('is told whole in %s when nothing is known', (language) => {
    const nobody = {
      ...person,
      ...{ name: null, identities: [], preferences: [], reachability: [], merges: [], leads: [] },
      ...{ firstTouch: null, lastTouch: null },
    }
    const { html } = personFace(createVoice(testWords, language), nobody, 'UTC', true)
    expect(html).toMatch(/^[\u200e\u200f]👤 <b>.+<\/b>$/)
  })
})
