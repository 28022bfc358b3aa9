import { join } from 'node:path'
import { pino } from 'pino'
import { loadWords } from '#core/i18n.ts'
import type { TestCore } from '#core/testing/open-test-core.ts'
import { createStaffBot } from '../create-staff-bot.ts'
import { openFakeTelegram } from './open-fake-telegram.ts'

const words = loadWords(join(import.meta.dirname, '../../locales'))

interface Shown {
  [column: string]: unknown
  key: string
  targetKey: string | null
  content: { method?: string; html?: string; buttons?: { text: string; data?: string }[][] }
}

/**
 * Private chats with the bot on a real core, whose posts are read where core keeps them. `processes`: so many bots share
 * the core, as the processes of one desk do; an update is given to whichever is named.
 */
export async function openDeskChat(test: TestCore, processes = 1) {
  const telegram = await openFakeTelegram()
  const open = () =>
    createStaffBot({
      token: `4200:${'x'.repeat(35)}`,
      apiRoot: telegram.apiRoot,
      desk: test.desk,
      words,
      log: pino({ enabled: false }),
      files: { open: () => Promise.reject(new Error('no file')), link: () => 'https://desk.example.com/x' },
      publicUrl: () => 'https://desk.example.com',
    })
  const bots = Array.from({ length: processes }, open)
  let updateId = 0
  const partsOf = (id: number) => ({
    from: { id, is_bot: false, first_name: `Member ${id}`, language_code: 'en' },
    chat: { id, type: 'private' },
  })
  const update = (part: object) => {
    updateId += 1
    return { update_id: updateId, ...part }
  }
  const message = (id: number, part: object) =>
    update({ message: { message_id: 100 + updateId, date: 1_795_000_000, ...partsOf(id), ...part } })
  const written = (id: number, text: string) =>
    message(id, {
      text,
      ...(text.startsWith('/')
        ? { entities: [{ type: 'bot_command', offset: 0, length: text.split(/\s/)[0]?.length }] }
        : {}),
    })
  const pressed = (id: number, data: string) => {
    const { from, chat } = partsOf(id)
    const below = { message_id: 40, date: 1_795_000_000, chat, text: 'ours' }
    return update({ callback_query: { id: '1', from, chat_instance: 'c', data, message: below } })
  }
  const hear = async (given: object, process = 0) =>
    bots[process]?.handleUpdate(Buffer.from(JSON.stringify(given)))
  /** All but menus, which are nothing that is read. */
  const posts = (id: number) =>
    test.rows<Shown>(
      `select key, target_key as "targetKey", content from staff_post
       where chat_id = $1 and content ->> 'method' <> 'menu' order by id`,
      [String(id)],
    )
  return {
    telegram,
    hear,
    message,
    written,
    pressed,
    posts,
    write: (id: number, text: string, process = 0) => hear(written(id, text), process),
    press: (id: number, data: string, process = 0) => hear(pressed(id, data), process),
    /** All that the chat was told, without the marks around names. Taking the buttons away tells nothing. */
    told: async (id: number) =>
      (await posts(id))
        .filter(({ content }) => content.method !== 'edit' || content.buttons?.length !== 0)
        .map(({ content }) => (content.html ?? '').replace(/[\u2066-\u2069\u200e\u200f]/g, '')),
    /** What the button of the newest post that has one says; `choice` is the end of what it carries. */
    async button(id: number, choice: string): Promise<string> {
      const all = (await posts(id)).flatMap(({ content }) => content.buttons?.flat() ?? [])
      const found = all.findLast(({ data }) => data?.endsWith(`:${choice}`))?.data
      if (!found) throw new Error(`No button of this chat carries ${choice}.`)
      return found
    },
    async close() {
      await Promise.all(bots.map((bot) => bot.close()))
      await telegram.close()
    },
  }
}

export type DeskChat = Awaited<ReturnType<typeof openDeskChat>>
