import type { LeadCard } from '#core/leads/lead-card.ts'
import { decideFixed, decideNewLead, decideNotice } from '#core/notices/decide-notice.ts'
import { type FixedKind, fixedKinds, type Manner, type NoticeKind } from '#core/notices/notice-choice.ts'
import type { NoticeStates } from '#core/notices/read-notice-states.ts'
import type { NewPost } from '#core/posts/post.ts'
import { botActor, showPosts } from '../posts/show-posts.ts'
import type { LeadScene } from './lead-scene.ts'
import type { Colleague } from './team.ts'

/** What kind of news it is for a member; for the team's group where there is none. */
type KindFor = (member?: Colleague) => NoticeKind | FixedKind

/** What a customer's words are: of a lead that somebody has, who hears of it himself or by who stands in for him; or of none. */
export const customerNews =
  ({ owner }: Pick<LeadCard, 'owner'>, opensLead: boolean): KindFor =>
  () =>
    owner ? 'own' : opensLead ? 'new' : 'free'

/** How the team stands to news of the lead: as it was when the scene was read, or else as it is now. */
export const readStates = async (
  { tools, card, states }: LeadScene,
  organizationId: string,
): Promise<NoticeStates> =>
  states ?? tools.desk.ask(botActor(organizationId), 'readNoticeStates', { leadId: card.id })

/** Posts that tell something; changes of what is shown make no sound and are everybody's. */
const isNews = ({ urgency, content }: NewPost): boolean => urgency === 1 && content.method === 'send'

/**
 * Shows posts about a lead to each member in the manner that he has chosen for their kind: with one sound, without, or
 * kept for later. In the team's group a burst has one sound too.
 */
export async function tellNews(
  scene: LeadScene,
  organizationId: string,
  eventId: string,
  posts: NewPost[],
  kindFor: KindFor,
): Promise<void> {
  const { desk } = scene.tools
  const chats = [...new Set(posts.filter(isNews).map(({ chat }) => chat.id))]
  if (chats.length === 0) return showPosts(desk, organizationId, posts)
  const states = await readStates(scene, organizationId)
  const manners = decideManners(scene, states, chats, kindFor)
  await showPosts(desk, organizationId, inManner(posts, manners))
  const members = scene.team.flatMap((member) => {
    const manner = manners.get(String(member.telegramUserId))
    const kind = kindFor(member)
    if (isFixed(kind) || (manner !== 'digest' && manner !== 'off')) return []
    return [{ memberId: member.id, kind, leftOut: manner === 'off' }]
  })
  if (members.length === 0) return
  await desk.perform(botActor(organizationId), 'keepNotices', { eventId, leadId: scene.card.id, members })
}

function decideManners(
  { team }: LeadScene,
  { members, rung }: NoticeStates,
  chats: string[],
  kindFor: KindFor,
): Map<string, Manner> {
  const decided = chats.map((chat) => {
    const member = team.find(({ telegramUserId }) => String(telegramUserId) === chat)
    const state = members.find(({ memberId }) => memberId === member?.id)
    const hasJustRung = rung.includes(chat)
    const kind = kindFor(member)
    return { chat, kind, manner: mannerOf(kind, state, hasJustRung) }
  })
  const shown = decided.every(({ kind }) => kind === 'new')
    ? decideNewLead(decided.map(({ manner }) => manner))
    : decided.map(({ manner }) => manner)
  return new Map(decided.map(({ chat }, index) => [chat, shown[index] ?? 'ring']))
}

/** Without a state it is for a group, or for a member who has joined just now. */
function mannerOf(
  kind: NoticeKind | FixedKind,
  state: NoticeStates['members'][number] | undefined,
  hasJustRung: boolean,
): Manner {
  if (isFixed(kind)) return decideFixed(kind, { isQuiet: state?.isQuiet ?? false })
  if (state) return decideNotice(kind, { ...state, hasJustRung })
  return hasJustRung && kind !== 'mentions' ? 'silent' : 'ring'
}

const isFixed = (kind: NoticeKind | FixedKind): kind is FixedKind => fixedKinds.some((one) => one === kind)

/** Of what comes to one chat at once the last makes the sound: it is the news, and stands below what comes before it. */
function inManner(posts: NewPost[], manners: Map<string, Manner>): NewPost[] {
  const loud = new Map(posts.filter(isNews).map((post) => [post.chat.id, post.key]))
  return posts.flatMap((post) => {
    const manner = manners.get(post.chat.id)
    if (!isNews(post) || !manner) return [post]
    if (manner === 'digest' || manner === 'off') return []
    const silent = manner === 'silent' || loud.get(post.chat.id) !== post.key
    return [{ ...post, content: { ...post.content, silent } }]
  })
}

/** The same posts without a sound. */
export const quietly = (posts: NewPost[]): NewPost[] =>
  posts.map((post) => (isNews(post) ? { ...post, content: { ...post.content, silent: true } } : post))
