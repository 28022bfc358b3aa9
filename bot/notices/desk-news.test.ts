import { pino } from 'pino'
import { describe, expect, it } from 'vitest'
import type { DomainEvent } from '#core/events.ts'
import { createFakeDesk } from '../testing/fake-desk.ts'
import { channelId } from '../testing/make-channel.ts'
import { leadId, makeLead, makeMember, messageId, organizationId } from '../testing/make-lead.ts'
import { testWords } from '../testing/open-chat.ts'
import { createSubscribers } from './create-subscribers.ts'

const boss = makeMember('01', { role: 'owner' })
const amina = makeMember('02')
const admin = makeMember('03', { role: 'admin', language: 'fr' })
const owned = makeLead({ owner: { id: amina.id, name: amina.name } })
const suggestion = {
  id: messageId,
  reasons: ['same-email'],
  createdAt: new Date(),
  contacts: [
    { id: leadId, name: 'Rosa', networks: [], lead: null },
    { id: messageId, name: 'R.', networks: [], lead: null },
  ],
}
const template = {
  id: messageId,
  channelAccountId: channelId,
  name: 'visit',
  language: 'fr',
  category: 'UTILITY',
  status: 'APPROVED',
  quality: null as string | null,
  reason: null,
  components: [],
}

function open(answers: Record<string, (input: never) => unknown> = {}) {
  const fake = createFakeDesk({
    findLead: () => makeLead(),
    findChannel: () => ({ network: 'whatsapp', name: 'Shop' }),
    listMembers: () => [boss, amina, admin],
    listNewestPosts: () => [],
    listMergeSuggestions: () => [suggestion],
    listTemplates: () => [template],
    ...answers,
  })
  const [subscriber] = createSubscribers({
    desk: fake.desk,
    words: testWords,
    log: pino({ enabled: false }),
    files: {
      open: () => Promise.reject(new Error('no file')),
      link: () => 'https://desk.example.com/media/x',
    },
    publicUrl: () => 'https://desk.example.com',
    seen: { pass: () => false },
  })
  const tell = async (type: string, data: object, id = 'e1') => {
    const event = { id, organizationId, type, data, occurredAt: new Date() } as unknown as DomainEvent
    await subscriber?.handle(event)
    await subscriber?.handle(event)
  }
  const shown = () => fake.posts().map(({ chat, key }) => `${chat.id} ${key}`)
  const html = (index = 0) =>
    String(fake.posts().at(index)?.content.html ?? '').replace(/[\u2066-\u2069\u200e\u200f]/g, '')
  return { ...fake, tell, shown, html }
}

describe('owners and admins', () => {
  it('learn of a danger once, with what to do, each in his language', async () => {
    const { tell, shown, html } = open()
    await tell('channel.endangered', {
      channelAccountId: channelId,
      code: 'token-expires',
      title: 'The access token ends soon',
      detail: '2026-12-01',
    })
    expect(shown()).toEqual(['701 endangered:e1', '703 endangered:e1'])
    expect(html()).toMatch(
      /WhatsApp · Shop<\/b>: The access token ends soon\.\nMake a new one[\s\S]*2026-12-01/,
    )
    expect(html(1)).toContain('Le jeton d’accès expire bientôt')
  })

  it('learn that a danger is over, and that an account was connected', async () => {
    const { tell, html } = open()
    await tell('channel.relieved', { channelAccountId: channelId, code: 'quality' })
    expect(html()).toContain('this is over: Customers block or report this number')
    await tell('channel.connected', { channelAccountId: channelId }, 'e2')
    expect(html(2)).toContain('is connected')
  })

  it('learn that a form is taken up again in words that fit a form', async () => {
    const { tell, html } = open({ findChannel: () => ({ network: 'forms', name: 'Contact' }) })
    await tell('channel.resumed', { channelAccountId: channelId })
    expect(html()).toContain('takes leads again')
  })

  it('see an import grow in one post that changes in place, and why it failed', async () => {
    const { tell, posts, html } = open({ listMembers: () => [boss] })
    await tell('import.progressed', { channelAccountId: channelId, progress: 10 }, 'e1')
    await tell('import.progressed', { channelAccountId: channelId, progress: 100 }, 'e2')
    const failure = { code: '2593109', title: 'History sharing is turned off' }
    await tell('import.progressed', { channelAccountId: channelId, failure }, 'e3')
    expect(posts().map(({ key, targetKey, content }) => [key, targetKey, content.method])).toEqual([
      [`import:${channelId}`, undefined, 'send'],
      ['import:e1', `import:${channelId}`, 'edit'],
      ['import:e2', `import:${channelId}`, 'edit'],
      ['import:e3', `import:${channelId}`, 'edit'],
    ])
    expect(html(0)).toContain('10 % is here')
    expect(html(2)).toContain('all are here')
    expect(html(3)).toMatch(/could not be taken over[\s\S]*History sharing is turned off/)
  })
})

describe('what became of a template', () => {
  const changed = (more: object) => ({ templateId: messageId, status: 'APPROVED', ...more })

  it('is told to whoever wrote it, and to all who lead when that is nobody', async () => {
    const { tell, shown } = open()
    await tell('template.changed', changed({ byId: admin.id }), 'own')
    await tell('template.changed', changed({ byId: amina.id }), 'other')
    expect(shown()).toEqual(['703 template:own', '701 template:other', '703 template:other'])
  })

  it('says why it was refused, and that its quality fell', async () => {
    const { tell, html } = open({ listTemplates: () => [{ ...template, quality: 'RED' }] })
    await tell('template.changed', changed({ status: 'REJECTED', reason: 'INVALID <FORMAT>' }))
    expect(html()).toMatch(
      /❌ [\s\S]*visit<\/b> \(fr\): refused[\s\S]*INVALID &lt;FORMAT&gt;[\s\S]*Quality: low/,
    )
  })

  it('is not told while the network is still looking, or of a template that is gone', async () => {
    const { tell, shown, answers } = open()
    await tell('template.changed', changed({ status: 'PENDING' }))
    answers.listTemplates = () => []
    await tell('template.changed', changed({ status: 'GONE' }))
    expect(shown()).toEqual([])
  })
})

describe('those whom a lead concerns', () => {
  it('learn below its card that the person blocked the business, or let it in again', async () => {
    const { tell, shown, html } = open({ findLead: () => owned })
    const data = { contactId: messageId, leadId, channelAccountId: channelId }
    await tell('contact.reachability-changed', { ...data, state: 'blocked' })
    expect(shown()).toEqual([`702 card:${leadId}`, '702 reach:e1'])
    expect(html(1)).toContain('has blocked you on WhatsApp')
    await tell('contact.reachability-changed', { ...data, state: 'reachable' }, 'e2')
    expect(html(-1)).toContain('can be reached on WhatsApp again')
  })

  it('learn what the person wants to get', async () => {
    const { tell, html } = open({ findLead: () => owned })
    await tell('contact.preference-changed', {
      contactId: messageId,
      leadId,
      category: 'marketing',
      wants: false,
    })
    expect(html(-1)).toContain('does not want advertising')
  })

  it('are told nothing of a person without a lead', async () => {
    const { tell, posts } = open()
    const person = { contactId: messageId, leadId: null }
    await tell('contact.preference-changed', { ...person, category: 'marketing', wants: false })
    await tell('contact.reachability-changed', { ...person, channelAccountId: channelId, state: 'blocked' })
    expect(posts()).toEqual([])
  })

  it('get the card of a lead that a colleague typed in', async () => {
    const { tell, shown, answers } = open()
    await tell('lead.added', { leadId, byId: amina.id })
    expect(shown()).toEqual([`701 card:${leadId}`, `702 card:${leadId}`, `703 card:${leadId}`])
    answers.findLead = () => owned
    const own = open({ findLead: () => owned })
    await own.tell('lead.added', { leadId, byId: amina.id })
    expect(own.shown()).toEqual([`702 card:${leadId}`])
  })
})

describe('whether two people are one', () => {
  it('is asked of the lead’s owner, below the card', async () => {
    const { tell, shown, html } = open({ findLead: () => owned })
    await tell('contact.merge-suggested', { suggestionId: messageId, leadId })
    expect(shown()).toEqual([`702 card:${leadId}`, '702 suggested:e1'])
    expect(html(1)).toMatch(/Rosa[\s\S]*R\.[\s\S]*The same e-mail address/)
  })

  it('is asked of owners and admins while nobody has the lead, and not when it is decided', async () => {
    const { tell, shown, answers } = open()
    await tell('contact.merge-suggested', { suggestionId: messageId, leadId })
    expect(shown().filter((key) => key.includes('suggested'))).toEqual([
      '701 suggested:e1',
      '703 suggested:e1',
    ])
    answers.listMergeSuggestions = () => []
    await tell('contact.merge-suggested', { suggestionId: messageId, leadId }, 'e2')
    expect(shown().some((key) => key.endsWith('e2'))).toBe(false)
  })

  it('once decided by a colleague, changes the cards and tells the owner, who can undo it', async () => {
    const { tell, posts } = open({
      findLead: () => owned,
      listNewestPosts: () => [{ chatId: '702', key: `card:${leadId}` }],
    })
    await tell('contact.merged', { mergeId: messageId, leadId, byId: admin.id })
    expect(posts().map(({ key }) => key)).toEqual(['change:e1', 'merged:e1'])
    expect(JSON.stringify(posts()[1]?.content)).toContain('unmerge:')
    await tell('contact.merge-undone', { mergeId: messageId, leadId, byId: admin.id }, 'e2')
    expect(posts().at(-1)?.key).toBe('change:e2')
  })
})

describe('the member who sent a list of people', () => {
  const list = {
    id: messageId,
    byId: admin.id,
    state: 'checked',
    fileName: 'people.v2.csv',
    columns: [],
    mapping: null,
    format: null,
    found: { rows: 3, created: 2, matched: 0, duplicates: 0, faulty: 1 },
    done: null,
    undone: null,
    faults: [],
    failure: null,
    report: { id: leadId, size: 10 },
    createdAt: new Date(),
    undoUntil: null,
  }

  it('alone sees how it goes on, in his language, and gets the rows that are left out as a file', async () => {
    const { tell, posts, html } = open({ readImport: () => list })
    await tell('contact-import.changed', { importId: messageId, state: 'checked' })
    expect(
      posts().map(({ chat, key, targetKey, replyToKey }) => [chat.id, key, targetKey ?? replyToKey]),
    ).toEqual([
      ['703', 'list-news:e1', `list:${messageId}`],
      ['703', `list-report:${leadId}`, `list:${messageId}`],
    ])
    expect(html()).toContain('2 nouvelles personnes')
    expect(posts()[1]?.content).toMatchObject({
      method: 'file',
      attachmentId: leadId,
      fileName: 'people.v2 - laissées de côté.csv',
    })
  })

  it('has left by now: nobody else is told', async () => {
    const { tell, posts } = open({ readImport: () => ({ ...list, byId: messageId }) })
    await tell('contact-import.changed', { importId: messageId, state: 'checked' })
    expect(posts()).toEqual([])
  })
})
