import { DeskError } from '#core/errors.ts'
import type { NewPost } from '#core/posts/post.ts'
import { goneFace } from '../cards/gone-face.ts'
import type { BotTools } from '../context.ts'
import { draftFace, type ReadDraft } from '../drafts/draft-face.ts'
import { draftKey } from '../drafts/draft-key.ts'
import type { Face } from '../posts/post-content.ts'
import { postIn } from '../posts/post-in.ts'
import { botActor } from '../posts/show-posts.ts'
import { cardChanges, type LeadScene, postsBelowCard, readLeadScene } from './lead-scene.ts'
import { voiceIn } from './message-scene.ts'
import { noticeOf } from './notice.ts'
import { isDeskOf, placesOf, topicPlace } from './place.ts'
import type { Colleague } from './team.ts'
import { seesLead } from './team.ts'
import { tellNews } from './tell-news.ts'

/** So many posts of one draft are put right, the newest: older ones are when they are pressed. */
const mostPosts = 8

/**
 * A prepared answer was written or is another: cards say whether one waits, and whatever shows it shows it as it is. The
 * lead's owner gets it, to send it, where somebody else wrote it; or everybody in its topic.
 */
export const draftChanged = noticeOf('draft.changed', async (tools, { id, organizationId, data }) => {
  const scene = await readLeadScene(tools, organizationId, data.leadId)
  const { draftId, change, byId, replacedId } = data
  const draft = await readDraft(tools, organizationId, draftId)
  const replaced = replacedId ? await readDraft(tools, organizationId, replacedId) : undefined
  const changed = change === 'written' ? replaced : draft
  const posts = [
    ...cardChanges(scene, id),
    ...(changed ? await changesOf(scene, organizationId, id, changed) : []),
    ...(draft && change === 'written' && draft.state === 'waiting' ? told(scene, id, draft, byId) : []),
  ]
  await tellNews(scene, organizationId, id, posts, () => 'colleagues')
})

/** Undefined: it is gone, with its person. */
async function readDraft(
  { desk }: BotTools,
  organizationId: string,
  draftId: string,
): Promise<ReadDraft | undefined> {
  try {
    return (await desk.ask(botActor(organizationId), 'readDraft', { draftId })) ?? undefined
  } catch (error) {
    if (error instanceof DeskError && error.kind === 'not-found') return undefined
    throw error
  }
}

function told(scene: LeadScene, eventId: string, draft: ReadDraft, byId: string): NewPost[] {
  const { card, team } = scene
  const isOwner = (member: Colleague) => member.id === card.owner?.id && member.id !== byId
  const members = team.filter((member) => isOwner(member) && !member.unreachable)
  const [topic] = topicPlace(scene)
  // What was written in the topic stands there already.
  const places = !topic ? placesOf(scene, members) : draft.chat === topic.chat ? [] : [topic]
  const key = draftKey(draft.id, eventId)
  const posts = places.flatMap((place) =>
    postsBelowCard(scene, place, key, ({ voice, viewer }) => {
      const { subjects: _none, ...face } = draftFace(voice, card, draft, viewer)
      return face
    }),
  )
  const subjects = draft.since.map(({ messageId }) => messageId)
  return posts.map((post) => (post.key === key && subjects.length > 0 ? { ...post, subjects } : post))
}

async function changesOf(
  scene: LeadScene,
  organizationId: string,
  eventId: string,
  draft: ReadDraft,
): Promise<NewPost[]> {
  const leadId = scene.card.id
  const asked = { leadId, keyPrefix: draftKey(draft.id, '') }
  const shown = await scene.tools.desk.ask(botActor(organizationId), 'listPosts', asked)
  return shown.slice(-mostPosts).map(({ chatId, key }) => {
    const { face, isGone } = faceIn(scene, draft, chatId)
    const { subjects, ...content } = face
    return postIn(
      { chat: chatId },
      `change:${eventId}:${key}`,
      { method: 'edit', ...content, onlyIfThere: true },
      {
        leadId,
        targetKey: key,
        mergeKey: `change:${key}`,
        urgency: 2,
        ...(subjects ? { subjects } : {}),
        ...(isGone ? { withdraws: true as const } : {}),
      },
    )
  })
}

/** A draft as a chat shows it now; undefined where it is gone. */
export async function shownDraft(
  scene: LeadScene,
  organizationId: string,
  draftId: string,
  chatId: string,
): Promise<Face | undefined> {
  const draft = await readDraft(scene.tools, organizationId, draftId)
  if (!draft) return undefined
  // What was said since may belong to the person's next lead.
  const { leadId } = draft
  const isOther = leadId !== scene.card.id
  const card = isOther
    ? await scene.tools.desk.ask(botActor(organizationId), 'findLead', { leadId })
    : scene.card
  return faceIn({ ...scene, card }, draft, chatId).face
}

function faceIn(scene: LeadScene, draft: ReadDraft, chatId: string): { face: Face; isGone: boolean } {
  const { card, team } = scene
  const voice = voiceIn(scene, chatId)
  if (isDeskOf(scene, chatId)) {
    const viewer = topicPlace(scene)[0]?.viewer ?? { id: '', role: 'viewer' as const, permissions: [] }
    return { face: draftFace(voice, card, draft, viewer), isGone: false }
  }
  const viewer = team.find(({ telegramUserId }) => String(telegramUserId) === chatId)
  if (!viewer || !seesLead(viewer, card)) return { face: goneFace(voice, card), isGone: true }
  return { face: draftFace(voice, card, draft, viewer), isGone: false }
}
