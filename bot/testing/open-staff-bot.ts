import { join } from 'node:path'
import { pino } from 'pino'
import { loadWords } from '#core/i18n.ts'
import { createStaffBot } from '../create-staff-bot.ts'
import { createFakeDesk } from './fake-desk.ts'
import { makeLead, makeMember, organizationId, roleFacts } from './make-lead.ts'
import { openFakeTelegram } from './open-fake-telegram.ts'

const words = loadWords(join(import.meta.dirname, '../../locales'))
const from = { id: 702, is_bot: false, first_name: 'Amina', language_code: 'en' }
const chat = { id: 702, type: 'private', first_name: 'Amina' }

/** The bot with a pretended desk and Telegram, in the private chat of one agent. */
export async function openStaffBot(answers: Record<string, (input: never) => unknown> = {}) {
  const telegram = await openFakeTelegram()
  const fake = createFakeDesk({
    findMemberships: () => [
      {
        organizationId,
        memberId: makeMember('02').id,
        ...roleFacts('agent'),
        name: 'Amina',
        username: null,
        language: 'en',
        unreachable: false,
      },
    ],
    findLead: () => makeLead(),
    findPost: () => null,
    markSeen: () => undefined,
    ...answers,
  })
  const bot = createStaffBot({
    token: `4200:${'x'.repeat(35)}`,
    apiRoot: telegram.apiRoot,
    desk: fake.desk,
    words,
    log: pino({ enabled: false }),
    files: {
      open: () => Promise.reject(new Error('nothing is read here')),
      link: () => 'https://desk.example.com/media/token',
    },
    publicUrl: () => 'https://desk.example.com',
  })
  let updateId = 0
  const hear = async (update: object) => {
    updateId += 1
    await bot.handleUpdate(Buffer.from(JSON.stringify({ update_id: updateId, ...update })))
    return updateId
  }
  const message = (part: object) => ({ message_id: 50, date: 1_795_000_000, chat, from, ...part })
  return {
    ...fake,
    bot,
    telegram,
    hear,
    /** A message of the agent's below the post with the number 40. */
    below: (part: object) =>
      hear({ message: message({ reply_to_message: message({ message_id: 40, text: 'card' }), ...part }) }),
    alone: (part: object) => hear({ message: message(part) }),
    edit: (part: object) => hear({ edited_message: message({ edit_date: 1_795_000_100, ...part }) }),
    press: (data: string, messageId = 40) =>
      hear({
        callback_query: {
          id: '1',
          from,
          chat_instance: 'c',
          data,
          message: message({ message_id: messageId }),
        },
      }),
    react: (reactions: object[], messageId = 40) =>
      hear({
        message_reaction: {
          chat,
          message_id: messageId,
          user: from,
          date: 1_795_000_000,
          old_reaction: [],
          new_reaction: reactions,
        },
      }),
    /** What was given to the desk as answers. */
    queued: () =>
      fake
        .done()
        .flatMap(({ name, input }) => (name === 'queueReply' ? [input as Record<string, unknown>] : [])),
    html: () => fake.posts().map(({ content }) => String(content.html ?? '')),
    toasts: () => telegram.of('answerCallbackQuery').map(({ text }) => text),
    async close() {
      await bot.close()
      await telegram.close()
    },
  }
}
