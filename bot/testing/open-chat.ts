import { join } from 'node:path'
import { pino } from 'pino'
import { loadWords } from '#core/i18n.ts'
import type { NewPost } from '#core/posts/post.ts'
import type { NetworkSetup } from '../context.ts'
import { createStaffBot } from '../create-staff-bot.ts'
import { createFakeDesk } from './fake-desk.ts'
import { makeLead, makeMember, organizationId, roleFacts } from './make-lead.ts'
import { openFakeTelegram } from './open-fake-telegram.ts'

export const testWords = loadWords(join(import.meta.dirname, '../../locales'))

const from = { id: 702, is_bot: false, first_name: 'Amina', language_code: 'en' }
const chat = { id: 702, type: 'private', first_name: 'Amina' }
const me = { id: 4200, is_bot: true, first_name: 'Desk' }

/**
 * A private chat of a member with the bot, over a Bot API of our own. What is answered or pressed below a post is below
 * that post for the desk too, as if it had been shown.
 */
export async function openChat(
  role: 'owner' | 'admin' | 'agent' | 'viewer',
  answers: Record<string, (input: never) => unknown> = {},
  publicUrl = 'https://desk.example.com',
  setup: (network: string) => NetworkSetup = () => ({ missing: [], sometimes: [] }),
) {
  const telegram = await openFakeTelegram()
  const fake = createFakeDesk({
    findMemberships: () => [
      {
        organizationId,
        memberId: makeMember('02').id,
        ...roleFacts(role),
        name: 'Amina',
        username: null,
        language: 'en',
        unreachable: false,
      },
    ],
    findLead: () => makeLead(),
    findPost: () => null,
    listMembers: () => [makeMember('01', { role: 'owner' }), makeMember('02')],
    listAssignees: () => [],
    listInbox: () => ({ leads: [], total: 0 }),
    meetMember: () => undefined,
    ...answers,
  })
  const bot = createStaffBot({
    token: `4200:${'x'.repeat(35)}`,
    apiRoot: telegram.apiRoot,
    desk: fake.desk,
    words: testWords,
    log: pino({ enabled: false }),
    files: { open: () => Promise.reject(new Error('no file')), link: () => `${publicUrl}/media/x` },
    publicUrl: () => publicUrl,
    setup,
  })
  let updateId = 0
  let messageId = 50
  const hear = async (update: object) => {
    updateId += 1
    return bot.handleUpdate(Buffer.from(JSON.stringify({ update_id: updateId, ...update })))
  }
  const below = (post: NewPost | undefined) => {
    fake.answers.findPost = () =>
      post ? { key: post.key, leadId: post.leadId ?? null, content: post.content, messageId: null } : null
    return { message_id: 40, date: 1_795_000_000, chat, from: me, text: 'ours' }
  }
  const write = async (text: string, post?: NewPost) => {
    messageId += 1
    const length = text.split(/\s/)[0]?.length
    return hear({
      message: {
        message_id: messageId,
        date: 1_795_000_000,
        chat,
        from,
        text,
        ...(text.startsWith('/') ? { entities: [{ type: 'bot_command', offset: 0, length }] } : {}),
        ...(post ? { reply_to_message: below(post) } : {}),
      },
    })
  }
  return {
    ...fake,
    telegram,
    hear,
    write,
    /** Sends something else than a text, maybe below a post. */
    async send(part: object, post?: NewPost) {
      messageId += 1
      const answered = post ? { reply_to_message: below(post) } : {}
      await hear({
        message: { message_id: messageId, date: 1_795_000_000, chat, from, ...part, ...answered },
      })
    },
    /** Answers below a post. */
    answer: (post: NewPost | undefined, text: string) => write(text, post),
    press: (data: string, post?: NewPost) =>
      hear({ callback_query: { id: '1', from, chat_instance: 'c', data, message: below(post) } }),
    last: () => fake.posts().at(-1),
    html: () => String(fake.posts().at(-1)?.content.html ?? '').replace(/[\u2066-\u2069\u200e\u200f]/g, ''),
    toast: () => String(telegram.of('answerCallbackQuery').at(-1)?.text ?? ''),
    /** What the buttons of the newest post carry. */
    buttons: () =>
      ((fake.posts().at(-1)?.content.buttons ?? []) as { data?: string }[][]).flat().map(({ data }) => data),
    async close() {
      await bot.close()
      await telegram.close()
    },
  }
}
