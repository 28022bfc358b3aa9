import type { Actor } from '#core/actor.ts'
import type { Desk } from '#core/desk.ts'
import type { NewPost } from '#core/posts/post.ts'
import { createFakeWizards } from './fake-wizards.ts'

export interface Performed {
  actor: Actor
  name: string
  input: unknown
}

/** Done beside everything that a member or a customer does, and no matter of most tests. */
const quiet = new Set(['touchPresence', 'requestAssignment', 'traceRefusal'])

const alone = { place: 1, count: 1 }
const aloneInBurst = { to: { ...alone, leadIds: [] }, from: alone, free: alone }

type Answers = Record<string, (input: never, actor: Actor) => unknown>

/** What most tests do not care for: there is no group, nobody has chosen what he is told, all is set up,
 * and a lead changes hands alone. */
const defaults: Answers = {
  readTeamDesk: () => null,
  findTeamDesk: () => null,
  findTopics: () => [],
  isShowing: () => false,
  readLeadTopics: () => 'off',
  readNoticeStates: () => ({ members: [], rung: [] }),
  keepNotices: () => undefined,
  readBurst: () => aloneInBurst,
  readSetup: () => ({ begun: true, done: [] }),
}

/** A desk that answers as the test says and remembers what it was asked to do. Posts are kept once per key, as in core, where one that
 * waits to be merged takes in the next of its name. */
export function createFakeDesk(answers: Answers) {
  const performed: Performed[] = []
  const posts = new Map<string, NewPost>()
  const menus: NewPost[] = []
  const wizards = createFakeWizards()
  const answer = async (actor: Actor, name: string, input: unknown) => {
    const given = answers[name] ?? defaults[name] ?? wizards.answers[name]
    if (!given) throw new Error(`The test's desk has no answer to ${name}.`)
    return given(input as never, actor)
  }
  const desk = {
    async perform(actor: Actor, name: string, input: unknown) {
      if (quiet.has(name) && !answers[name]) return undefined
      if (name === 'rememberMenu') return undefined
      performed.push({ actor, name, input })
      const said = name === 'putPosts' ? undefined : await answer(actor, name, input)
      if (name !== 'putPosts' && name !== 'keepWizard') return said
      if ((said as { kept?: boolean } | undefined)?.kept === false) return said
      for (const post of (input as { posts: NewPost[] }).posts) {
        if (post.content.method === 'menu') {
          menus.push(post)
          continue
        }
        const key = `${post.chat.id}/${post.key}`
        if (!posts.has(key) || post.mergeKey === post.key) posts.set(key, post)
      }
      return said
    },
    ask: answer,
    async askAll(actor: Actor, asked: Record<string, [name: string, input: unknown]>) {
      const found: Record<string, unknown> = {}
      for (const [key, [name, input]] of Object.entries(asked)) found[key] = await answer(actor, name, input)
      return found
    },
  } as unknown as Desk
  return {
    desk,
    /** All that was performed but for posts and the keeping of wizards. */
    done: () => performed.filter(({ name }) => name !== 'putPosts' && name !== 'keepWizard'),
    posts: () => [...posts.values()],
    /** Menus that chats were given. */
    menus: () => menus.map(({ content }) => content.commands as { command: string; description: string }[]),
    answers,
  }
}
