import { afterEach, describe, expect, it } from 'vitest'
import { DeskError } from '#core/errors.ts'
import { shortId } from '#core/new-id.ts'
import { leadId, makeLead } from '../testing/make-lead.ts'
import { refusal } from '../testing/open-fake-telegram.ts'
import { openStaffBot } from '../testing/open-staff-bot.ts'

const replyId = '01a2b3c4-0000-7000-8000-0000000000d1'
const reply = (shortcut: string, body: string) => ({
  id: replyId.replace('d1', shortcut.length === 5 ? 'd1' : 'd2'),
  shortcut,
  body,
  category: null,
  shared: true,
  uses: 0,
})
const from = { id: 702, is_bot: false, first_name: 'Amina', language_code: 'en' }

let bot: Awaited<ReturnType<typeof openStaffBot>>
afterEach(() => bot.close())

const open = async (answers: Record<string, (input: never) => unknown> = {}) => {
  bot = await openStaffBot({
    searchLeads: () => ({
      understood: true,
      found: [
        {
          lead: makeLead(),
          place: 'message',
          messageId: null,
          excerpt: { text: 'a secret <b>wish</b>', from: 2, to: 8 },
        },
      ],
      next: null,
    }),
    listInbox: () => ({ leads: [makeLead()], total: 1 }),
    listQuickReplies: () => ({
      replies: [reply('hours', 'From 6 to 22, {agent}'), reply('hello', 'Hi {first_name}')],
      total: 2,
      values: { agent: 'Amina', business: 'Gym' },
    }),
    queueReply: () => ({ messageId: replyId, messageIds: [replyId] }),
    ...answers,
  })
}
const ask = async (query: string) => {
  await bot.hear({ inline_query: { id: 'q1', from, query, offset: '' } })
  const [answer] = bot.telegram.of('answerInlineQuery').slice(-1)
  return answer as { results: Record<string, never>[]; cache_time: number; is_personal: boolean }
}

describe('whoever types the bot’s name in a chat', () => {
  it('is offered leads and quick replies, which Telegram keeps for nobody', async () => {
    await open()
    const { results, ...rest } = await ask('wish')
    expect(rest).toMatchObject({ inline_query_id: 'q1', cache_time: 0, is_personal: true })
    expect(results).toEqual([
      {
        type: 'article',
        id: `lead:${shortId(leadId)}`,
        title: '#12 Maria',
        description: 'New · WhatsApp · a secret <b>wish</b>',
        input_message_content: {
          message_text: `📇 <b>#12 Maria</b>\n<a href="https://t.me/desk_bot?start=lead_${shortId(leadId)}">Open the lead</a>`,
          parse_mode: 'HTML',
          link_preview_options: { is_disabled: true },
        },
      },
      {
        type: 'article',
        id: `quick:${shortId(replyId)}`,
        title: '⚡️ hours',
        description: 'From 6 to 22, Amina',
        input_message_content: {
          message_text: 'From 6 to 22, Amina',
          link_preview_options: { is_disabled: true },
        },
      },
    ])
    expect(JSON.stringify(results), 'one that needs a customer is not offered').not.toContain('first_name')
    expect((await ask('')).results).toHaveLength(2)
    expect([bot.done(), bot.posts()]).toEqual([[], []])
  })

  it('is led to all that was found where it is more than a glance, by words that a link can carry', async () => {
    const next = { rank: 'text', at: new Date('2026-11-20T10:00:00Z'), id: leadId }
    const found = [{ lead: makeLead(), place: 'person', messageId: null, excerpt: null }]
    const asked: unknown[] = []
    const searchLeads = (input: unknown) => {
      asked.push(input)
      return { understood: true, found, next }
    }
    await open({ searchLeads })
    expect(await ask('')).not.toHaveProperty('button')
    const { button } = (await ask('Müller & Söhne')) as never as {
      button: { text: string; start_parameter: string }
    }
    expect(button.text).toContain('Müller & Söhne')
    expect(button.start_parameter).toMatch(/^find_[\w-]{1,59}$/)
    await bot.alone({
      text: `/start ${button.start_parameter}`,
      entities: [{ type: 'bot_command', offset: 0, length: 6 }],
    })
    expect(asked.at(-1)).toEqual({ words: 'Müller & Söhne', limit: 8 })
    expect(await ask('м'.repeat(40)), 'more words than a link takes').not.toHaveProperty('button')
  })

  it('and is a stranger is offered nothing, whatever is typed', async () => {
    await open({ findMemberships: () => [] })
    for (const query of ['', 'maria', '%']) expect((await ask(query)).results).toEqual([])
    expect(bot.telegram.calls.filter(({ method }) => method.startsWith('send'))).toEqual([])
  })

  it('and was removed a moment ago is offered nothing', async () => {
    await open({
      searchLeads: () => {
        throw new DeskError('forbidden', 'not-a-member')
      },
    })
    expect((await ask('maria')).results).toEqual([])
    expect(bot.posts()).toEqual([])
  })

  it('and types on is no trouble: an old question is not asked again', async () => {
    await open()
    bot.telegram.on('answerInlineQuery', () => refusal(400, 'Bad Request: query is too old'))
    await expect(ask('maria')).resolves.toBeDefined()
  })
})

describe('a result that was chosen in the chat with the bot', () => {
  const via = { via_bot: { id: 4200, is_bot: true, first_name: 'Desk' } }
  const link = (id: string) => [
    { type: 'text_link', offset: 0, length: 4, url: `https://t.me/desk_bot?start=lead_${id}` },
  ]
  const card = () => ({ key: `card:${leadId}`, leadId, content: {}, messageId: null })

  it('and is a lead opens its card and never goes to a customer, also below a card', async () => {
    await open({ findPost: card })
    await bot.below({ text: '📇 #12 Maria', entities: link(shortId(leadId)), ...via })
    expect(bot.queued()).toEqual([])
    expect(bot.posts().at(-1)).toMatchObject({ key: expect.stringMatching(`^card:${leadId}`), leadId })
  })

  it('and is a lead of others is not found', async () => {
    await open({
      findPost: card,
      findLead: () => {
        throw new DeskError('not-found', 'lead-not-found')
      },
    })
    await bot.alone({ text: '📇 #12 Maria', entities: link(shortId(leadId)), ...via })
    expect([bot.queued(), bot.html().at(-1)]).toEqual([[], expect.stringContaining('no such lead')])
  })

  it('and is a quick reply below a card is an answer to the customer', async () => {
    await open({ findPost: card })
    await bot.below({ text: 'From 6 to 22, Amina', ...via })
    expect(bot.queued()).toMatchObject([{ leadId, body: 'From 6 to 22, Amina' }])
  })
})
