import { pino } from 'pino'
import type { Membership } from '../context.ts'
import { createStaffBot } from '../create-staff-bot.ts'
import { createFakeDesk } from './fake-desk.ts'
import { leadId, makeLead, makeMember, organizationId } from './make-lead.ts'
import { testWords } from './open-chat.ts'
import { openFakeTelegram } from './open-fake-telegram.ts'

export const groupId = '-1001234567890'
/** Number of the lead's topic in the group. */
export const thread = 900
const group = { id: Number(groupId), type: 'supergroup', title: 'Team', is_forum: true }
const amina = { id: 702, is_bot: false, first_name: 'Amina', language_code: 'en' }
/** As whom Telegram says that an administrator writes who hides behind the group. */
const groupBot = { id: 1087968824, is_bot: true, first_name: 'Group', username: 'GroupAnonymousBot' }

const member = makeMember('02')

/** The team's group, in which one lead has a topic, over a Bot API of our own. `role`: Amina's. */
export async function openGroup(
  answers: Record<string, (input: never) => unknown> = {},
  standing: 'active' | 'removed' | null = 'active',
) {
  const telegram = await openFakeTelegram()
  const fake = createFakeDesk({
    findTeamDesk: ({ chatId }: { chatId: string }) =>
      chatId === groupId ? { organizationId, standing, plane: 'group' } : null,
    findTopicLead: ({ thread: asked }: { thread: number }) => (asked === thread ? leadId : null),
    findMemberships: () =>
      standing === 'active'
        ? [
            {
              ...member,
              organizationId,
              memberId: member.id,
              name: 'Amina',
              scope: 'all',
              unclaimed: true,
              roleName: null,
              menu: null,
            } satisfies Membership,
          ]
        : [],
    findLead: () => makeLead(),
    findPost: () => null,
    markSeen: () => undefined,
    listMembers: () => [member],
    listNewestPosts: () => [],
    queueReply: () => ({ messageId: leadId, messageIds: [leadId] }),
    ...answers,
  })
  const bot = createStaffBot({
    token: `4200:${'x'.repeat(35)}`,
    apiRoot: telegram.apiRoot,
    desk: fake.desk,
    words: testWords,
    log: pino({ enabled: false }),
    files: { open: () => Promise.reject(new Error('no file')), link: () => 'https://desk.example.com/x' },
    publicUrl: () => 'https://desk.example.com',
  })
  let updateId = 0
  const hear = async (update: object) => {
    updateId += 1
    await bot.handleUpdate(Buffer.from(JSON.stringify({ update_id: updateId, ...update })))
  }
  const message = (part: object, topic: number | undefined = thread) => ({
    message_id: 50,
    date: 1_795_000_000,
    chat: group,
    from: amina,
    ...(topic === undefined
      ? {}
      : {
          message_thread_id: topic,
          is_topic_message: true,
          reply_to_message: { message_id: topic, date: 1, chat: group, forum_topic_created: { name: 'x' } },
        }),
    ...part,
  })
  return {
    ...fake,
    telegram,
    hear,
    message,
    /** A message of Amina's in the lead's topic. */
    write: (part: object) => hear({ message: message(part) }),
    /** The same outside of topics, in General. */
    talk: (part: object) => hear({ message: message(part, -1) }),
    anonymously: (part: object) =>
      hear({ message: message({ from: groupBot, sender_chat: group, ...part }) }),
    edit: (part: object) => hear({ edited_message: message({ edit_date: 1_795_000_100, ...part }) }),
    press: (data: string, topic = thread) =>
      hear({
        callback_query: {
          id: '1',
          from: amina,
          chat_instance: 'c',
          data,
          message: message({ message_id: 40, from: { id: 4200, is_bot: true, first_name: 'Desk' } }, topic),
        },
      }),
    queued: () =>
      fake
        .done()
        .flatMap(({ name, input }) => (name === 'queueReply' ? [input as Record<string, unknown>] : [])),
    toasts: () => telegram.of('answerCallbackQuery').map(({ text }) => text),
    async close() {
      await bot.close()
      await telegram.close()
    },
  }
}
