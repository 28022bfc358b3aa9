import { afterEach, describe, expect, it } from 'vitest'
import { DeskError } from '#core/errors.ts'
import { shortId } from '#core/new-id.ts'
import type { NewPost } from '#core/posts/post.ts'
import { leadId, makeLead } from '../testing/make-lead.ts'
import { openChat } from '../testing/open-chat.ts'

let chat: Awaited<ReturnType<typeof openChat>>
afterEach(() => chat.close())

const short = shortId(leadId)
const tagId = '01a2b3c4-0000-7000-8000-0000000000e1'
const tags = [{ id: tagId, name: 'VIP <b>', key: 'vip b', uses: 4 }]
const cardPost: NewPost = {
  chat: { id: '702', kind: 'private' },
  key: `card:${leadId}`,
  urgency: 1,
  content: { method: 'send', html: 'card' },
  leadId,
}
const answers = {
  readOwnHours: () => ({ timeZone: 'Europe/Paris', quiet: null, digests: [] }),
  readOrganization: () => ({ name: 'Atlas', language: 'en', timeZone: 'UTC', currency: 'EUR' }),
  listTags: () => tags,
  changeLeadStatus: () => undefined,
  tagLead: () => tags[0],
  untagLead: () => undefined,
  snoozeLead: () => undefined,
  blockContact: () => undefined,
  addNote: () => ({ noteId: leadId }),
  markSeen: () => undefined,
  findWaysToAnswer: () => ({ conversations: [], openings: [] }),
  listMergeSuggestions: () => [],
}
const open = async (role: 'owner' | 'agent' | 'viewer' = 'agent', more = {}) => {
  chat = await openChat(role, { ...answers, ...more })
}
const done = () => chat.done().filter(({ name }) => name !== 'markSeen')
const did = () => done().map(({ name, input }) => [name, input])
const inputAt = (index: number) => done()[index]?.input
/** What a pressed card shows now. */
const page = () => chat.buttons()

describe('a command about a lead', () => {
  it.each([
    ['/status follow up', { status: 'follow_up' }],
    ['/status À relancer', { status: 'follow_up' }],
    ['/status خسرناه السعر', { status: 'lost', reason: 'السعر' }],
    ['/status lost: Went to the other gym', { status: 'lost', reason: 'Went to the other gym' }],
    ['/status converted 1.200,50 €', { status: 'converted', value: { minor: 120_050, currency: 'EUR' } }],
  ])('%s below it sets the status', async (text, change) => {
    await open()
    await chat.write(text, cardPost)
    expect(did()).toEqual([['changeLeadStatus', { leadId, ...change }]])
    expect(chat.last()?.key, 'and the card is there anew').toMatch(`card:${leadId}:`)
  })

  it.each([
    ['/status #12 new', ['changeLeadStatus', { leadId, status: 'new' }]],
    ['/tag #12 gold, -cold', ['tagLead', { leadId, name: 'gold' }]],
    ['/note #12 call on Monday', ['addNote', expect.objectContaining({ leadId, body: 'call on Monday' })]],
  ])('%s works anywhere by the number', async (text, expected) => {
    await open()
    await chat.write(text)
    expect(did()[0]).toEqual(expected)
  })

  it('/lead below it opens its card anew', async () => {
    await open()
    await chat.write('/lead', cardPost)
    expect(chat.last()?.key).toMatch(`card:${leadId}:`)
    await chat.write('/lead')
    expect(chat.html()).toContain('Which lead?')
    // The menu sends the command alone: its number is an answer away.
    await chat.write('12', chat.last())
    expect(chat.last()?.key).toMatch(`card:${leadId}:`)
  })

  it('a page of the card says what the card says, so that news which changes nothing leaves it open', async () => {
    const sentAt = new Date('2026-11-20T12:30:00Z')
    const lastMessage = { kind: 'text', body: 'A towel?', data: {}, sentAt, direction: 'inbound' as const }
    await open('agent', { findLead: () => makeLead({ lastMessage }) })
    await chat.write('/lead 12')
    const card = chat.html()
    expect(card).toContain('A towel?')
    await chat.press(`more:${short}`, chat.last())
    expect(chat.html()).toBe(card)
  })

  it('takes tags off that have a minus', async () => {
    await open()
    await chat.write('/tag gold، -cold', cardPost)
    expect(did()).toEqual([
      ['tagLead', { leadId, name: 'gold' }],
      ['untagLead', { leadId, name: 'cold' }],
    ])
  })

  it('snoozes until a time in words, on the member’s clock', async () => {
    await open()
    await chat.write('/snooze tomorrow 10', cardPost)
    const { until } = inputAt(0) as { until: Date }
    expect(until.toISOString()).toMatch(/T0[89]:00:00.000Z$/)
    expect(chat.html()).toContain('Out of the inbox until')
    await chat.write('/snooze whenever', cardPost)
    expect(done()).toHaveLength(1)
    expect(chat.last()?.content).toMatchObject({ purpose: 'snooze', dialogue: { leadId } })
    await chat.answer(chat.last(), 'in 2 hours')
    expect(done()).toHaveLength(2)
  })

  it.each([
    ['/status', `set:${short}:new`],
    ['/status lost', `lost:${short}:price`],
    ['/status converted', `value:${short}`],
    ['/tag', `tag:${short}:${shortId(tagId)}`],
    ['/snooze', `snooze-at:${short}:evening`],
  ])('%s without more offers buttons on the card', async (text, button) => {
    await open()
    await chat.write(text, cardPost)
    expect(done()).toEqual([])
    expect(page()).toContain(button)
    expect(page()).toContain(`card:${short}`)
  })

  it.each(['/status', '/note hello', '/tag vip', '/snooze tomorrow', '/template'])(
    '%s about no lead says in one line how it is used',
    async (text) => {
      await open()
      await chat.write(text)
      expect(done()).toEqual([])
      expect(chat.html()).toContain('below a lead, or')
      expect(chat.html()).not.toContain('\n')
    },
  )

  it.each(['/status', '/note x', '/tag x', '/snooze tomorrow', '/template'])(
    '%s is refused to a viewer',
    async (text) => {
      await open('viewer')
      await chat.write(text, cardPost)
      expect(done()).toEqual([])
      expect(chat.html()).toContain('does not allow this')
    },
  )

  it('names the statuses where it knows none of that name', async () => {
    await open()
    await chat.write('/status sold', cardPost)
    expect(done()).toEqual([])
    expect(chat.html()).toContain('New, Contacted, Follow up, Converted, Lost')
  })

  it.each(['/summary', '/score', '/campaign'])('%s is said not to be there yet', async (text) => {
    await open()
    await chat.write(text, cardPost)
    expect(done()).toEqual([])
    expect(chat.html()).toContain(`${text} is not there yet`)
  })
})

describe('the pages of a card', () => {
  it('ask why it is lost, and lose it for the reason that is pressed', async () => {
    await open()
    await chat.press(`set:${short}:lost`, cardPost)
    expect(done()).toEqual([])
    expect(chat.html()).toContain('Why is this lead lost?')
    await chat.press(`lost:${short}:price`, cardPost)
    expect(did()).toEqual([['changeLeadStatus', { leadId, status: 'lost', reason: 'price' }]])
    await chat.press(`lost:${short}:none`, cardPost)
    expect(done()[1]?.input).toEqual({ leadId, status: 'lost' })
    await chat.press(`lost-own:${short}`, cardPost)
    await chat.answer(chat.last(), ' They moved <away> ')
    expect(done()[2]?.input).toEqual({ leadId, status: 'lost', reason: 'They moved <away>' })
  })

  it('ask what it is worth, again until it can be read; without an amount it is converted too', async () => {
    await open()
    await chat.press(`set:${short}:converted`, cardPost)
    expect(done()).toEqual([])
    await chat.press(`value:${short}`, cardPost)
    await chat.answer(chat.last(), 'a lot')
    expect(done()).toEqual([])
    expect(chat.html()).toContain('no amount that I can read')
    await chat.answer(chat.last(), '99 USD')
    expect(done()[0]?.input).toEqual({
      leadId,
      status: 'converted',
      value: { minor: 9_900, currency: 'USD' },
    })
    await chat.press(`converted:${short}`, cardPost)
    expect(done()[1]?.input).toEqual({ leadId, status: 'converted' })
  })

  it('say that a currency is missing where the organization has none', async () => {
    await open('agent', { readOrganization: () => ({ name: 'A', currency: null }) })
    await chat.press(`value:${short}`, cardPost)
    await chat.answer(chat.last(), '99')
    expect(done()).toEqual([])
    expect(chat.html()).toContain('In which currency?')
    await chat.answer(chat.last(), 'mad')
    expect(done()[0]?.input).toEqual({
      leadId,
      status: 'converted',
      value: { minor: 9_900, currency: 'MAD' },
    })
  })

  it('put tags on and take them off in place, and ask for others by name', async () => {
    await open('agent', { findLead: () => makeLead({ tags: [{ id: tagId, name: 'VIP <b>' }] }) })
    await chat.press(`tags:${short}`, cardPost)
    expect(page()).toContain(`untag:${short}:${shortId(tagId)}`)
    expect(chat.last()?.targetKey).toBe(cardPost.key)
    expect(chat.html()).toContain('🏷 VIP &lt;b&gt;')
    await chat.press(`untag:${short}:${shortId(tagId)}`, cardPost)
    await chat.press(`tag:${short}:${shortId(tagId)}`, cardPost)
    expect(did()).toEqual([
      ['untagLead', { leadId, tagId }],
      ['tagLead', { leadId, tagId }],
    ])
    await chat.press(`tag-new:${short}`, cardPost)
    await chat.answer(chat.last(), 'gold')
    expect(done()[2]?.input).toEqual({ leadId, name: 'gold' })
  })

  it('snooze in five-minute steps, so that quick presses are one, and wake', async () => {
    await open()
    for (let press = 0; press < 5; press += 1) await chat.press(`snooze-at:${short}:tomorrow`, cardPost)
    expect(new Set(done().map(({ input }) => JSON.stringify(input))).size).toBe(1)
    const { until } = inputAt(0) as { until: Date }
    expect(until.getTime() % 300_000).toBe(0)
    await chat.press(`wake:${short}`, cardPost)
    expect(done().at(-1)?.input).toEqual({ leadId, until: null })
  })

  it('ask before somebody is blocked', async () => {
    const conversations = ['telegram', 'whatsapp', 'telegram'].map((network) => ({ network, can: [] }))
    await open('agent', { findWaysToAnswer: () => ({ conversations, openings: [] }) })
    await chat.press(`block:${short}`, cardPost)
    expect(done()).toEqual([])
    expect(chat.html()).toMatch(/Here it holds[\s\S]*At the network nobody is blocked/)
    expect(chat.html().match(/• <b>(Telegram|WhatsApp):/g)).toHaveLength(2)
    expect(chat.html()).not.toContain('Instagram')
    chat.answers.findWaysToAnswer = () => ({ conversations: [], openings: [] })
    await chat.press(`block:${short}`, cardPost)
    expect(chat.html(), 'somebody without a channel').not.toContain('At the network')
    expect(page()).toEqual([`block-yes:${short}`, `card:${short}`])
    await chat.press(`block-yes:${short}`, cardPost)
    await chat.press(`unblock:${short}`, cardPost)
    expect(did()).toEqual([
      ['blockContact', { leadId, blocked: true }],
      ['blockContact', { leadId, blocked: false }],
    ])
  })

  it('say what goes before somebody is erased, to those alone who may', async () => {
    await open()
    await chat.press(`more:${short}`, cardPost)
    expect(page()).not.toContain(`erase:${short}`)
    await chat.close()
    const counts = { leads: 2, openLeads: 1, messages: 41, files: 1, notes: 0, reminders: 3 }
    await open('owner', { readErasure: () => counts, eraseContact: () => undefined })
    await chat.press(`more:${short}`, cardPost)
    expect(page()).toContain(`erase:${short}`)
    await chat.press(`erase:${short}`, cardPost)
    expect(done()).toEqual([])
    expect(chat.html()).toMatch(
      /41 messages[\s\S]*one file[\s\S]*3 reminders[\s\S]*2 leads[\s\S]*bring it back/,
    )
    expect(chat.html()).not.toContain('notes')
    expect(page()).toEqual([`erase-yes:${short}`, `card:${short}`])
    await chat.press(`erase-yes:${short}`, cardPost)
    expect(did()).toEqual([['eraseContact', { leadId }]])
  })

  it('offer templates and duplicates only where there are some', async () => {
    const way = { channelAccountId: tagId, network: 'whatsapp', hasTemplates: false, can: ['template'] }
    await open('agent', { findWaysToAnswer: () => ({ conversations: [way], openings: [] }) })
    const [template, duplicates] = [`send-template:${short}`, `duplicates:${short}`]
    await chat.press(`more:${short}`, cardPost)
    expect(page()).not.toContain(template)
    expect(page()).not.toContain(duplicates)
    chat.answers.listMergeSuggestions = (asked) => {
      expect(asked).toMatchObject({ leadId })
      return [{ id: tagId }]
    }
    await chat.press(`more:${short}`, cardPost)
    expect(page()).not.toContain(template)
    expect(page()).toContain(duplicates)
    chat.answers.findWaysToAnswer = () => ({
      conversations: [{ ...way, hasTemplates: true }],
      openings: [],
    })
    await chat.press(`more:${short}`, cardPost)
    expect(page()).toContain(template)
    expect(page()).toContain(duplicates)
  })

  it('say that nobody else looks like the person, or show who does', async () => {
    await open('agent', { listMergeSuggestions: () => [] })
    await chat.press(`duplicates:${short}`, cardPost)
    expect(chat.toast()).toContain('Nobody else')
  })

  it('list the templates of the only account, or the accounts, or say that there are none', async () => {
    const way = { channelAccountId: tagId, network: 'whatsapp', hasTemplates: true, can: ['template'] }
    await open('agent', {
      findWaysToAnswer: () => ({ conversations: [way], openings: [] }),
      listTemplates: () => [],
    })
    await chat.press(`send-template:${short}`, cardPost)
    expect(chat.last()).toMatchObject({ leadId, key: expect.stringMatching(/^refused:templates:/) })
    chat.answers.findWaysToAnswer = () => ({
      conversations: [way],
      openings: [{ channelAccountId: leadId, network: 'messenger' }],
    })
    await chat.write('/template', cardPost)
    expect(page()).toEqual([`templates:${shortId(tagId)}:0`, `templates:${short}:0`])
    chat.answers.findWaysToAnswer = () => ({ conversations: [], openings: [] })
    await chat.press(`send-template:${short}`, cardPost)
    expect(chat.toast()).toContain('no approved template')
  })

  it.each([
    'status',
    'more',
    'tags',
    'tag-new',
    'snooze',
    'snooze-other',
    'block',
    'value',
    'lost-own',
    'duplicates',
    'send-template',
    'note',
  ])('%s is refused to a viewer who forged it', async (verb) => {
    await open('viewer')
    await chat.press(`${verb}:${short}`, cardPost)
    expect(chat.toast()).toContain('does not allow this')
    expect(done()).toEqual([])
    expect(chat.posts()).toEqual([])
  })

  it.each([
    'lost:x:price',
    `lost:${short}:because`,
    `snooze-at:${short}:never`,
    `tag:${short}:x`,
    'inbox:mine:0:x',
  ])('no button of ours carries %s: it is refused kindly and nothing is done', async (data) => {
    await open()
    await chat.press(data, cardPost)
    expect(done()).toEqual([])
    expect(chat.toast()).not.toBe('')
  })

  it('put the card right also when the desk refuses', async () => {
    await open('agent', {
      snoozeLead: () => {
        throw new DeskError('conflict', 'lead-closed-for-snooze', { number: 12 })
      },
    })
    await chat.press(`snooze-at:${short}:hour`, cardPost)
    expect(chat.toast()).toContain('nothing to snooze')
    expect(chat.last()?.targetKey).toBe(cardPost.key)
    expect(page()).toContain(`more:${short}`)
  })
})
