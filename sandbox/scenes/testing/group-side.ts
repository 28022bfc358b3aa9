import type { Sandbox } from '../../open-sandbox.ts'
import { control } from './control.ts'
import { eventually } from './eventually.ts'
import { buttonData, type ChatMessage, type Person, type PressAnswer, plain } from './staff-side.ts'
import type { Json } from './whatsapp-call.ts'
import { world } from './world.ts'

/** A topic of a forum as people see it in the list: General is topic 1. */
export interface ShownTopic {
  id: number
  name: string
  iconColor: number
  emoji?: string
  closed: boolean
  hidden?: boolean
}

interface ShownGroup {
  id: number
  type: string
  topics?: ShownTopic[]
  bots: { username: string; status: string; rights: string[] }[]
  messages: ChatMessage[]
}

/** What the staff do and see in their groups in the simulated Telegram. Groups go by their chat id. */
export function createGroupSide(sandbox: Sandbox, say: (words: string) => void) {
  const staff = () => sandbox.telegram.staff() as { id: number; chats: ShownGroup[] }[]
  const groupOf = (group: number): ShownGroup | undefined =>
    staff()
      .flatMap(({ chats }) => chats)
      .find(({ id }) => id === group)
  /** The messages of a topic (1: General), or of the whole group; oldest first, without what was deleted. */
  const groupMessages = (group: number, topic?: number): ChatMessage[] =>
    (groupOf(group)?.messages ?? []).filter(
      ({ deleted, topicId = 1 }) => !deleted && (topic === undefined || topicId === topic),
    )
  const chatPath = (person: Person, group: number) => `/staff/${person.id}/chats/${group}`
  const act = async (method: string, path: string, body: Json = {}) => control(sandbox, method, path, body)
  return {
    groupOf,
    groupMessages,
    /** A forum of these people, the first its creator; with the bot as an administrator unless `more` says otherwise. */
    async makesForum(people: [Person, ...Person[]], title = 'Scene desk', more: Json = {}): Promise<number> {
      const members = people.map(({ id }) => id)
      const bots = [world.bot.username]
      return Number((await act('POST', '/groups', { title, isForum: true, members, bots, ...more })).id)
    },
    /** Presses the button under a message that asks for a group, and makes one or picks one; gives the group's id. */
    async sharesGroup(person: Person, message: ChatMessage, choice: { title: string } | { group: number }) {
      const rows = (message.keyboard?.keyboard ?? []) as { request_chat?: { request_id: number } }[][]
      const request = rows.flat().find((button) => button.request_chat)?.request_chat
      if (!request) throw new Error(`Message ${message.id} has no button that asks for a group.`)
      const path = `/staff/${person.id}/chats/bot:${world.bot.username}/shared-chat`
      const body = { messageId: message.id, requestId: request.request_id, ...choice }
      return Number((await act('POST', path, body)).group)
    },
    /** Waits for a topic whose name has these words in it. */
    topicShown: (group: number, words: string, within?: number) =>
      eventually(
        `the group has a topic "${words}"`,
        () => groupOf(group)?.topics?.find(({ name }) => plain(name).includes(words)),
        within,
      ),
    /** Waits for a message of the bot with these words, in one topic where it is named. */
    shownInGroup: (group: number, words: string, topic?: number, within?: number) =>
      eventually(
        `the bot shows the group "${words.slice(0, 80)}"`,
        () =>
          groupMessages(group, topic).find(
            ({ from, text, caption }) => from.isBot && plain(text ?? caption).includes(words),
          ),
        within,
      ),
    /** Writes into a topic (absent: General), or answers a message; `more` may be any content of the control API. */
    async writesInGroup(person: Person, group: number, text: string, more: Json = {}) {
      say(text)
      return (await act('POST', `${chatPath(person, group)}/messages`, {
        text,
        ...more,
      })) as unknown as ChatMessage
    },
    editsInGroup: (person: Person, group: number, message: ChatMessage, text: string) =>
      act('PATCH', `${chatPath(person, group)}/messages/${message.id}`, { text }),
    deletesInGroup: (person: Person, group: number, message: ChatMessage) =>
      act('DELETE', `${chatPath(person, group)}/messages/${message.id}`),
    reactsInGroup: (person: Person, group: number, message: ChatMessage, emoji: string) =>
      act('POST', `${chatPath(person, group)}/reactions`, { messageId: message.id, emoji }),
    /** Presses a button of a message in the group, named as in `press`; resolves with the bot's answer over it. */
    async pressesInGroup(
      person: Person,
      group: number,
      message: ChatMessage,
      button: string,
    ): Promise<PressAnswer> {
      const data = await eventually(`the message in the group has a button "${button}"`, () =>
        buttonData(
          groupMessages(group).find(({ id }) => id === message.id),
          button,
        ),
      )
      const body = { messageId: message.id, data }
      return (await act('POST', `${chatPath(person, group)}/callback`, body)) as unknown as PressAnswer
    },
    async opensTopic(person: Person, group: number, name: string): Promise<ShownTopic> {
      say(name)
      return (await act('POST', `${chatPath(person, group)}/topics`, { name })) as unknown as ShownTopic
    },
    /** Renames, closes, opens or (General) hides a topic: `{ name?, closed?, hidden? }`. */
    changesTopic: (person: Person, group: number, topic: number, change: Json) =>
      act('PATCH', `${chatPath(person, group)}/topics/${topic}`, change),
    deletesTopic: (person: Person, group: number, topic: number) =>
      act('DELETE', `${chatPath(person, group)}/topics/${topic}`),
    joinsGroup: (person: Person, group: number) => act('POST', `/groups/${group}/members`, { id: person.id }),
    /** Follows a link into a group that the bot made; gives the group's id. */
    joinsByLink: async (person: Person, link: string) =>
      Number((await act('POST', `/staff/${person.id}/join`, { link })).group),
    leavesGroup: (person: Person, group: number) => act('DELETE', `/groups/${group}/members/${person.id}`),
    /** Makes somebody an administrator or a member again: `{ administrator?: false, rights?, anonymous? }`. */
    changesMember: (group: number, person: Person, change: Json) =>
      act('PATCH', `/groups/${group}/members/${person.id}`, change),
    /** Throws the bot out (`{ status: 'kicked' }`) or changes what it may do (`{ rights }`). */
    changesBot: (group: number, change: Json) =>
      act('PATCH', `/groups/${group}/bots/${world.bot.username}`, change),
    /** Adds the bot, as a plain member unless `more` gives it `rights`. */
    addsBot: (group: number, more: Json = {}) =>
      act('POST', `/groups/${group}/bots`, { bot: world.bot.username, ...more }),
    /** Another title, topics on or off: `{ title?, isForum? }`; gives the group's id, another one after an upgrade. */
    changesGroup: async (group: number, change: Json) =>
      Number((await act('PATCH', `/groups/${group}`, change)).id),
    /** Keeps Telegram's pace from now on, or gives it free: see PUT /telegram/rates. */
    paces: (change: Json) => act('PUT', '/telegram/rates', change),
    /** How often the bot was refused by 429 in a chat, or in all. */
    refusedBy429: (chat?: number) => {
      const counts = sandbox.telegram.refusals()
      if (chat !== undefined) return counts[chat] ?? 0
      return Object.values(counts).reduce((sum, count) => sum + count, 0)
    },
  }
}
