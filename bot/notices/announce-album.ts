import type { HistoryLine } from '#core/leads/read-history.ts'
import type { NewPost } from '#core/posts/post.ts'
import { glanceAt, showMessage } from '../cards/show-message.ts'
import { botActor } from '../posts/show-posts.ts'
import { escapeHtml } from '../text/escape-html.ts'
import type { Voice } from '../voice.ts'
import { headOf } from './head-of.ts'
import { type LeadScene, postsBelowCard } from './lead-scene.ts'
import { albumPrefix, findShown, type ReadMessage } from './message-scene.ts'
import type { Place } from './place.ts'

/** Far enough back to see a whole album, which has ten parts at most. */
const newestLines = 60

/**
 * Tells members of an album: one post for all parts that are here by now. Its key says how many they are, so that a
 * part's own event finds that it is told already, or tells of the parts that came later, below.
 */
export async function announceAlbum(
  scene: LeadScene,
  organizationId: string,
  places: Place[],
  message: ReadMessage,
  albumId: string,
): Promise<NewPost[]> {
  const parts = await readParts(scene, organizationId, albumId)
  const prefix = albumPrefix(albumId)
  const shown = await findShown(scene, organizationId, prefix)
  return places.flatMap((place) => {
    const told = Number(shown.get(place.chat)?.slice(prefix.length) ?? 0)
    const fresh = parts.slice(told)
    // Old parts only: told already. No parts at all: the history has grown past them, and this one is told alone.
    if (fresh.length === 0 && parts.length > 0) return []
    return postsBelowCard(scene, place, `${prefix}${Math.max(1, parts.length)}`, ({ voice, topicKey }) => ({
      html: `${headOf(scene, voice, message, topicKey !== undefined)}${fresh.length > 1 ? tell(voice, fresh) : showMessage(voice.say, fresh[0] ?? message)}`,
      messageId: message.id,
    }))
  })
}

/** The whole text of such a post, as the album is now; undefined where nothing is left of it. */
export async function tellAlbum(
  scene: LeadScene,
  organizationId: string,
  voice: Voice,
  message: ReadMessage,
  isInTopic: boolean,
): Promise<string | undefined> {
  const parts = message.albumId ? await readParts(scene, organizationId, message.albumId) : []
  return parts.length > 0 ? `${headOf(scene, voice, message, isInTopic)}${tell(voice, parts)}` : undefined
}

/** What is erased is no part of an album any more. */
async function readParts(scene: LeadScene, organizationId: string, albumId: string): Promise<HistoryLine[]> {
  const asked = { leadId: scene.card.id, limit: newestLines }
  const lines = await scene.tools.desk.ask(botActor(organizationId), 'readHistory', asked)
  return lines.filter(({ type, data }) => type === 'message' && data.albumId === albumId)
}

/** What an album is made of, and the words that came with it. */
function tell({ say }: Voice, parts: HistoryLine[]): string {
  const kinds = parts.map(({ kind, data }) => glanceAt(say, { kind, body: null, data }, 1))
  const words = parts.flatMap(({ body }) => (body?.trim() ? [escapeHtml(body)] : []))
  return [say('message-album', { count: parts.length }), [...new Set(kinds)].join(', '), ...words].join('\n')
}
