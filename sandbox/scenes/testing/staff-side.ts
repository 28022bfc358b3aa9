import type { Sandbox } from '../../open-sandbox.ts'
import { control } from './control.ts'
import { eventually } from './eventually.ts'
import type { Json } from './whatsapp-call.ts'
import { world } from './world.ts'

export interface Person {
  id: number
  firstName: string
  lastName?: string
}

export interface ChatMessage {
  id: number
  from: { id: number; name: string; isBot: boolean }
  text?: string
  caption?: string
  /** `url` is where the page finds it, below the sandbox. */
  media?: { kind: string; fileName?: string; mime?: string; url?: string }
  /** The parts of an album share it. */
  mediaGroupId?: string
  html?: string
  buttons?: { text: string; callbackData?: string; url?: string }[][]
  replyTo?: number
  /** In a forum; General has none. */
  topicId?: number
  /** The field of a service message. */
  service?: string
  /** A reply_markup that is no inline keyboard. */
  keyboard?: Json
  reactions: { from: number; emoji: string }[]
  at: number
  editedAt?: number
  deleted?: boolean
  /** It came without a sound. */
  silent?: boolean
}

export interface PressAnswer {
  answered: boolean
  text?: string
  showAlert?: boolean
}

/** What people do and see in the simulated Telegram. */
export function createStaffSide(sandbox: Sandbox, say: (words: string) => void) {
  const chatPath = (person: Person) => `/staff/${person.id}/chats/bot:${world.bot.username}`
  const chatOf = (person: Person): ChatMessage[] => {
    const all = sandbox.telegram.staff() as {
      id: number
      chats: { type: string; messages: ChatMessage[] }[]
    }[]
    const chat = all.find(({ id }) => id === person.id)?.chats.find(({ type }) => type === 'private')
    return (chat?.messages ?? []).filter(({ deleted }) => !deleted)
  }
  const staffWrites = async (person: Person, text: string, replyTo?: ChatMessage) => {
    say(text)
    const body = { text, ...(replyTo ? { replyTo: replyTo.id } : {}) }
    return (await control(sandbox, 'POST', `${chatPath(person)}/messages`, body)) as unknown as ChatMessage
  }
  return {
    /** The private chat with the bot, oldest first, without what was deleted. */
    chatOf,
    /** What the bot shows in the chat. */
    botSays: (person: Person) => chatOf(person).filter(({ from }) => from.isBot),
    staffWrites,
    /** Waits for a message of the bot that contains these words. */
    shown: (person: Person, words: string, within?: number) =>
      eventually(
        `the bot shows ${person.firstName} "${words.slice(0, 80)}"`,
        () => chatOf(person).find(({ from, text }) => from.isBot && plain(text).includes(words)),
        within,
      ),
    /** Waits for a file of this kind that the bot shows below a message. */
    shownFile: (person: Person, below: ChatMessage, kind: string, within?: number) =>
      eventually(
        `the bot shows ${person.firstName} a ${kind} below message ${below.id}`,
        () =>
          chatOf(person).find(
            ({ from, media, replyTo }) => from.isBot && media?.kind === kind && replyTo === below.id,
          ),
        within,
      ),
    /** Sends a file, a place or a contact: `media` with its `kind`, as the control API reads it. */
    async staffSends(person: Person, media: Json, replyTo?: ChatMessage, caption?: string) {
      if (caption) say(caption)
      const body = {
        media,
        ...(caption ? { caption } : {}),
        ...(replyTo ? { replyTo: replyTo.id } : {}),
      }
      return (await control(sandbox, 'POST', `${chatPath(person)}/messages`, body)) as unknown as ChatMessage
    },
    staffReacts: (person: Person, message: ChatMessage, emoji: string) =>
      control(sandbox, 'POST', `${chatPath(person)}/reactions`, { messageId: message.id, emoji }),
    /** The emoji on a message, as they stand now: on one's own message they are the ticks. */
    ticksOn: (person: Person, message: ChatMessage) =>
      chatOf(person)
        .find(({ id }) => id === message.id)
        ?.reactions.map(({ emoji }) => emoji),
    /** Somebody comes into the simulated Telegram. */
    async newPerson(firstName: string, languageCode = 'en', more: Json = {}): Promise<Person> {
      const made = await control(sandbox, 'POST', '/staff', { firstName, languageCode, ...more })
      return { id: Number(made.id), firstName }
    },
    /** Writes `/start` and waits until the bot has answered. */
    async starts(person: Person, payload = '') {
      const before = chatOf(person).length
      await staffWrites(person, payload ? `/start ${payload}` : '/start')
      await eventually(`the bot greets ${person.firstName}`, () =>
        chatOf(person)
          .slice(before)
          .find(({ from }) => from.isBot),
      )
    },
    /**
     * Presses a button, named by its data or by the verb at its beginning; resolves with the bot's answer over it. Waits
     * until the message has the button, since the message may be about to change.
     */
    async press(person: Person, message: ChatMessage, button: string): Promise<PressAnswer> {
      const data = await eventually(`the message has a button "${button}"`, () =>
        buttonData(
          chatOf(person).find(({ id }) => id === message.id),
          button,
        ),
      )
      const body = { messageId: message.id, data }
      return (await control(sandbox, 'POST', `${chatPath(person)}/callback`, body)) as unknown as PressAnswer
    },
    /** An update that Telegram would never send by itself: forged, repeated or strange. */
    rawUpdate: (update: Json, copies = 1) =>
      control(sandbox, 'POST', '/telegram/raw-update', { token: world.bot.token, update, copies }),
    edits: (person: Person, message: ChatMessage, text: string) =>
      control(sandbox, 'PATCH', `${chatPath(person)}/messages/${message.id}`, { text }),
    blocks: (person: Person, blocked: boolean) => control(sandbox, 'PATCH', chatPath(person), { blocked }),
  }
}

/** A text as it is seen: without the signs by which names and numbers of both directions of writing keep apart. */
export const plain = (text = ''): string => text.replace(/[\u200e\u200f\u2066-\u2069]/g, '')

/** What a message tells: the line of a card that says what was said last tells of nothing that has no message of its own. */
export const toldIn = ({ text = '' }: Pick<ChatMessage, 'text'>): string =>
  text.replace(/^.*💬 Last, .*$/mu, '')

/** The data of the first button with this data, or with this verb at its beginning. */
export const buttonData = (message: ChatMessage | undefined, button: string): string | undefined =>
  message?.buttons
    ?.flat()
    .find(({ callbackData }) => callbackData === button || callbackData?.split(':')[0] === button)
    ?.callbackData

/** What the button of a wizard's question carries that stands for this choice; empty while there is none. */
export const choiceOn = (message: ChatMessage | undefined, choice: string): string =>
  message?.buttons?.flat().find(({ callbackData }) => callbackData?.endsWith(`:${choice}`))?.callbackData ??
  ''
