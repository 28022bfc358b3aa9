import { z } from 'zod'
import type { commands } from '#core/commands.ts'
import type { InputOf } from '#core/desk.ts'

/**
 * Under a message, in rows. `data`: pressing tells us; `url`: pressing opens it; `app`: pressing opens the Mini App there. How
 * it does, and whether it can, is for the chat that shows it (`mini-app/create-app-links.ts`): a post may be shown in another.
 */
const button = z.union([
  z.object({ text: z.string(), data: z.string() }),
  z.object({ text: z.string(), url: z.string() }),
  z.object({ text: z.string(), app: z.string().regex(/^[\w-]{0,64}$/) }),
])

/** As what Telegram is given a file. */
export const fileManners = [
  'photo',
  'video',
  'animation',
  'video_note',
  'voice',
  'audio',
  'sticker',
  'document',
] as const

/** A stored file as what Telegram shows it, and the words that came with it. */
const file = z.object({
  attachmentId: z.uuid(),
  manner: z.enum(fileManners),
  fileName: z.string(),
  caption: z.string().exactOptional(),
  messageId: z.uuid().exactOptional(),
})
export type ShownPart = z.output<typeof file>

/** The colours that Telegram has for the icons of topics: blue, yellow, violet, green, pink, red. */
export const topicColors = [7322096, 16766590, 13338331, 9367192, 16749490, 16478047] as const

/** As many lines of a card may be others with every look; `putPosts` knows of so many. */
const mostFleeting = 2

/** The most that Telegram shows as one album. */
export const mostAlbumParts = 10

/** An answer as it is given to the desk. */
export type Answer = InputOf<(typeof commands)['queueReply']>

/** A template on its way: which, what was filled in so far, and what the answer to this post fills in. */
const template = z.object({
  templateId: z.uuid(),
  variables: z.record(z.string(), z.string()),
  asks: z.string().exactOptional(),
  file: z.record(z.string(), z.json()).exactOptional(),
})
export type TemplateDraft = z.output<typeof template>

/**
 * What several posts are when they are shown as one message, and in which language that is said. `head`: with what its HTML
 * begins that one message need not say twice.
 */
const fold = z.object({
  of: z.enum(['messages', 'leads']),
  language: z.string(),
  head: z.string().exactOptional(),
})

/** What the answer to a post can be for: a note, a draft, a part of a template to send, or a question of `dialogues/` or `wizards/`. */
export const purposes = [
  'note',
  'draft',
  'template',
  'new-lead',
  'new-form',
  'form-setting',
  'new-template',
  'reminder',
  'time-zone',
  'quick-reply',
  'office-hours',
  'office-zone',
  'holiday',
  'lost-reason',
  'lead-value',
  'tags',
  'snooze',
  'organization',
  'role-name',
  'team-name',
  'find',
  'lead-number',
  'wizard',
] as const

/**
 * What a post of ours holds: plain JSON, read again when it is shown.
 * - `send`: `replyTo` is the number of a message in the same chat that is no post, such as a member's own;
 *   `messageId` is our id of the customer's message that it shows; `ask` opens the answer field with that hint;
 *   `purpose` says what the answer to it is for; `draft` is an answer that was refused, which a press sends in another
 *   way, `template` one that is being filled in, and `dialogue` what was said so far in a dialogue. `thread` is the number
 *   of a topic that is none of ours; `chooseGroup` asks for a group with a button of that text. `silent`: without a
 *   sound; false says that it is news and rings, so that what follows it at once does not. `page`: a page of a card.
 *   `fleeting`: lines of a card's text that are others with every look, each as it stands there with its break.
 * - `file`: a stored file; without a sound, since what told of it rang.
 * - `album`: stored files as one media group, all of one kind of `album-kind.ts`; a single one as a file.
 * - `edit`: changes the post that the post's `targetKey` names; with `again` also where it seems to look like that
 *   already, because what is kept of it was rewritten and the chat was not; with `onlyIfThere` nothing is made again that
 *   somebody has deleted. `page`: turns a card to a page of it, such as the one behind "More"; a change that `yields` leaves
 *   a page open that says all that it would say.
 * - `delete`: takes that post out of the chat, or the one `part` of an album, counted from 0; where Telegram does not
 *   delete it any more, it says `instead`, as HTML. `manner`: it is a file that was shown so.
 * - `react`: puts a sign on a member's own message.
 * - `topic`: makes a topic of the chat, or changes the one that the post's `targetKey` names.
 * - `pin`: pins the post that `targetKey` names, silently.
 * - `menu`: the commands that the chat's menu has from now on; none: the menu of strangers.
 */
export const postContent = z.discriminatedUnion('method', [
  z.object({
    method: z.literal('send'),
    html: z.string(),
    buttons: z.array(z.array(button)).exactOptional(),
    ask: z.string().exactOptional(),
    purpose: z.enum(purposes).exactOptional(),
    replyTo: z.number().int().exactOptional(),
    messageId: z.uuid().exactOptional(),
    draft: z.record(z.string(), z.json()).exactOptional(),
    template: template.exactOptional(),
    dialogue: z.record(z.string(), z.json()).exactOptional(),
    fold: fold.exactOptional(),
    thread: z.number().int().exactOptional(),
    chooseGroup: z.string().exactOptional(),
    silent: z.boolean().exactOptional(),
    page: z.boolean().exactOptional(),
    fleeting: z.array(z.string()).max(mostFleeting).exactOptional(),
  }),
  file.extend({ method: z.literal('file') }),
  z.object({ method: z.literal('album'), items: z.array(file).min(1).max(mostAlbumParts) }),
  z.object({
    method: z.literal('edit'),
    html: z.string(),
    buttons: z.array(z.array(button)).exactOptional(),
    again: z.boolean().exactOptional(),
    onlyIfThere: z.boolean().exactOptional(),
    fold: fold.exactOptional(),
    page: z.boolean().exactOptional(),
    fleeting: z.array(z.string()).max(mostFleeting).exactOptional(),
    yields: z.boolean().exactOptional(),
  }),
  z.object({
    method: z.literal('delete'),
    part: z.number().int().nonnegative().exactOptional(),
    manner: z.enum(fileManners).exactOptional(),
    instead: z.string().exactOptional(),
  }),
  z.object({
    method: z.literal('react'),
    emoji: z.enum(['👌', '👀', '✍']),
    message: z.number().int(),
  }),
  z.object({
    method: z.literal('topic'),
    name: z.string().min(1).max(128),
    color: z.literal(topicColors),
    closed: z.boolean(),
    /** Closed or opened by this change, whatever it was known to be: somebody may have turned it by hand meanwhile. */
    turned: z.literal(true).exactOptional(),
    /** Named by this change, whatever it was known to be called: what is kept of that may be newer than what the chat shows. */
    renamed: z.literal(true).exactOptional(),
  }),
  z.object({ method: z.literal('pin') }),
  z.object({
    method: z.literal('menu'),
    commands: z.array(z.object({ command: z.string(), description: z.string() })),
  }),
])

export type PostContent = z.output<typeof postContent>
export type FileContent = Extract<PostContent, { method: 'file' }>
export type AlbumContent = Extract<PostContent, { method: 'album' }>
export type FileManner = FileContent['manner']
export type Button = z.output<typeof button>

/** A message's face: what is sent and what a later change replaces. */
export interface Face {
  html: string
  buttons?: Button[][]
  /** Our ids of the messages and leads whose words it shows, where it shows more than the one of its post. */
  subjects?: string[]
  /** Other buttons than a card usually has, which are not turned back by what changes nothing of its text. */
  page?: boolean
  /** Of a card and its pages: lines of the text that are others with every look, each as it stands there with its break. */
  fleeting?: string[]
}
