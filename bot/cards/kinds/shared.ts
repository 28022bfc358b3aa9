import { recordOf, textOf } from '#core/loose-json.ts'
import { shareKeys } from '#core/words/of-messages.ts'
import { escapeHtml } from '../../text/escape-html.ts'
import type { KindView } from '../message-view.ts'
import { linkTo } from './link-to.ts'

/** Something of the network that was passed on: what it is, its title, and the way to it. */
export const showShare: KindView = (say, { body, data }) => {
  const share = recordOf(data.share)
  const type = textOf(share.type) ?? textOf(share.kind) ?? ''
  const key = Object.hasOwn(shareKeys, type) ? shareKeys[type] : undefined
  return {
    label: key ? say(key) : say('message-share'),
    text: body ?? textOf(share.title) ?? null,
    lines: linkTo(share.url, say('message-open-link')),
  }
}

/** The business was mentioned in a story, which is there for a day. */
export const showStoryMention: KindView = (say, { body }) => ({
  label: say('message-story-mention'),
  text: body,
})

/** What was written under a post, and the way to it. Everybody can read it; an answer to it is private. */
export const showComment: KindView = (say, { body, data }) => ({
  label: data.live === true ? say('message-comment-live') : say('message-comment'),
  text: body,
  lines: linkTo(recordOf(data.post).url, say('message-comment-post')),
})

/** A question with answers to choose from. */
export const showPoll: KindView = (say, { body, data }) => ({
  label: say('message-poll'),
  text: body,
  lines: (Array.isArray(data.options) ? data.options : []).flatMap((option: unknown) => {
    const text = textOf(option)
    return text ? [`• ${escapeHtml(text)}`] : []
  }),
})
