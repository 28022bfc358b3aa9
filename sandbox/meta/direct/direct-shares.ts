import { mayText, wantText } from '../control-input.ts'
import { type Fields, present } from '../fields.ts'
import { newObjectId } from '../ids.ts'
import type { MediaStore } from '../media-store.ts'
import { placeholderFile } from '../placeholder-files.ts'
import { Refusal } from '../refusal.ts'
import type { DirectReader } from './direct-content.ts'
import type { Acting } from './direct-ground.ts'

const shareTypes = {
  instagram: ['ig_post', 'share', 'media', 'ig_reel', 'reel', 'ig_story', 'story'],
  messenger: ['post', 'ig_post', 'reel', 'ig_reel', 'fallback'],
}

function sharePayload(as: string, title: string, url: string): Fields {
  if (as === 'ig_post') return { ig_post_media_id: newObjectId(), title, url }
  if (as === 'ig_reel' || as === 'reel') return { reel_video_id: newObjectId(), title, url }
  return as === 'fallback' || as === 'post' ? { title, url } : { url }
}

/** Something of the network passed on: `as` names the kind, `link: false` makes a `fallback` without any payload. */
export const share: DirectReader = (input, { account }) => {
  const known = shareTypes[account.network]
  const as = mayText(input, 'as') ?? known[0] ?? ''
  if (!known.includes(as)) throw new Refusal(400, `"as" must be one of ${known.join(', ')}.`)
  const title = mayText(input, 'title') ?? 'A post'
  const url = mayText(input, 'url') ?? 'https://www.instagram.com/p/playground/'
  const words = mayText(input, 'text')
  const payload = input.link === false ? {} : { payload: sharePayload(as, title, url) }
  return {
    bubble: { kind: 'share', text: words ?? title },
    message: { ...present({ text: words }), attachments: [{ type: as, ...payload }] },
  }
}

const story = (input: Fields, { account, phone, origin }: Acting, media: MediaStore) => {
  if (account.network !== 'instagram') throw new Refusal(400, 'Only Instagram has stories that are answered.')
  const { mime, bytes } = placeholderFile('image', phone.colour)
  const stored = media.add({ phoneNumberId: account.id, mime, bytes })
  const shown = { mime, url: `/playground/api/meta/media/${stored.id}` }
  return { id: mayText(input, 'storyId') ?? newObjectId(), url: media.openUrl(stored, origin), shown }
}

/** An answer to a story of the business. */
export const storyReply: DirectReader = (input, acting, media) => {
  const { id, url, shown } = story(input, acting, media)
  const words = wantText(input, 'text')
  return {
    bubble: { kind: 'story_reply', text: words, media: shown },
    message: { text: words, reply_to: { story: { id, url } } },
  }
}

/** The business is named in a story of the customer. */
export const storyMention: DirectReader = (input, acting, media) => {
  const { url, shown } = story(input, acting, media)
  return {
    bubble: { kind: 'story_mention', media: shown },
    message: { attachments: [{ type: 'story_mention', payload: { url } }] },
  }
}
