import type { OutputOf } from '#core/desk.ts'
import { shortId } from '#core/new-id.ts'
import type { NewPost } from '#core/posts/post.ts'
import type { queries } from '#core/queries.ts'
import { albumKind } from '../posts/album-kind.ts'
import { type FileGroup, groupFiles } from '../posts/group-files.ts'
import { postContent, type ShownPart } from '../posts/post-content.ts'
import { botActor, showPosts } from '../posts/show-posts.ts'
import { contentOf, isShowable, partOf } from './attachment-content.ts'
import type { LeadScene } from './lead-scene.ts'
import { filesPrefix, findPlaces, postBelow, type ReadMessage } from './message-scene.ts'
import { placesOf } from './place.ts'
import { audienceOf } from './team.ts'

type AlbumFile = OutputOf<(typeof queries)['listAlbumFiles']>[number]
type KeptPost = OutputOf<(typeof queries)['listPosts']>[number]
type Part = ShownPart & Pick<AlbumFile, 'size'>

/** Since the first file came, in milliseconds: with the pulse of the queue it is shown within 20 s. */
const patienceMs = 17_000
/** Networks send the parts of an album as messages of their own, and the next one may be on its way. */
const quietMs = 1_500

/** Whether the message's files belong together with others: with those of its album, or with one another. */
export const isInAlbum = ({ albumId, attachments }: ReadMessage): boolean =>
  albumId !== null || attachments.length > 1

/**
 * Shows the files of an album as media groups, as soon as all that are known of have come or are lost, or when waiting
 * gets long. Until then they lie in posts that wait, and each file that comes joins them; one that comes later follows
 * alone. Hearing of the same file twice changes nothing.
 */
export async function showAlbumFiles(
  scene: LeadScene,
  organizationId: string,
  message: ReadMessage,
): Promise<void> {
  const { desk } = scene.tools
  const actor = botActor(organizationId)
  const places = await findPlaces(scene, organizationId, message)
  const chats = placesOf(scene, audienceOf(scene.team, scene.card)).flatMap(({ chat }) =>
    places.has(chat) ? [chat] : [],
  )
  const asked = { leadId: scene.card.id, keyPrefix: filesPrefix(message) }
  // The second time finds what could not join, because the post was being shown at that very moment.
  for (let round = 1; round <= 2; round += 1) {
    const files = await desk.ask(actor, 'listAlbumFiles', { messageId: message.id })
    const kept = await desk.ask(actor, 'listPosts', asked)
    const posts = chats.flatMap((chat) => {
      const album = openAlbum(
        files,
        kept.filter(({ chatId }) => chatId === chat),
        message,
      )
      if (round > 1 && album.fresh.length === 0) return []
      return albumPosts(scene, organizationId, message, chat, places.get(chat), album)
    })
    if (posts.length === 0) return
    await showPosts(desk, organizationId, posts)
  }
}

interface Album {
  /** Stored, and in no post of the chat yet. */
  fresh: AlbumFile[]
  /** Of those, the ones that stand alone. */
  alone: AlbumFile[]
  groups: FileGroup<Part>[]
  isWhole: boolean
}

function openAlbum(files: AlbumFile[], kept: KeptPost[], message: ReadMessage): Album {
  const albums = kept.flatMap(({ content, waits }) => {
    const { data } = postContent.safeParse(content)
    return data?.method === 'album'
      ? [{ waits, ids: data.items.map(({ attachmentId }) => attachmentId) }]
      : []
  })
  const waiting = new Set(albums.flatMap(({ waits, ids }) => (waits ? ids : [])))
  const isLate = albums.some(({ waits }) => !waits)
  const inAlbums = new Set(albums.flatMap(({ ids }) => ids))
  const keys = new Set(kept.map(({ key }) => key))
  const stored = files.filter(({ state }) => state === 'stored')
  const fresh = stored.filter(({ id }) => !inAlbums.has(id) && !keys.has(aloneKey(message, id)))
  const alone = fresh.filter((file) => isLate || !isShowable(file) || !albumKind(partOf(file).manner))
  const together = stored.filter(
    (file) => waiting.has(file.id) || (fresh.includes(file) && !alone.includes(file)),
  )
  return {
    fresh,
    alone,
    groups: groupFiles(together.map((file) => ({ ...partOf(file), size: file.size }))),
    isWhole: files.every(({ state }) => state !== 'waiting'),
  }
}

const aloneKey = (message: ReadMessage, attachmentId: string) =>
  `${filesPrefix(message)}alone:${shortId(attachmentId)}`

function albumPosts(
  scene: LeadScene,
  organizationId: string,
  message: ReadMessage,
  chat: string,
  place: string | undefined,
  { alone, groups, isWhole }: Album,
): NewPost[] {
  const delayMs = !isWhole ? patienceMs : message.albumId === null ? 0 : quietMs
  return [
    ...groups.map(({ kind, number, items }) => {
      const key = `${filesPrefix(message)}${kind}:${number}`
      const parts = items.map(({ size: _size, ...part }) => part)
      const post = postBelow(scene, chat, key, place, () => ({ method: 'album', items: parts }))
      return { ...post, mergeKey: key, weight: parts.length, delayMs }
    }),
    ...alone.map((file) =>
      postBelow(scene, chat, aloneKey(message, file.id), place, contentOf(scene.tools, organizationId, file)),
    ),
  ]
}
