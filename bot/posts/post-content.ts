import { z } from 'zod'

/** Under a message, in rows. `data`: pressing tells us; `url`: pressing opens it. */
const button = z.union([
  z.object({ text: z.string(), data: z.string() }),
  z.object({ text: z.string(), url: z.string() }),
])

/**
 * What a post of ours holds: plain JSON, read again when it is shown.
 * - `send`: `replyTo` is the number of a message in the same chat that is no post, such as a member's own;
 *   `messageId` is our id of the customer's message that it shows; `ask` opens the answer field with that hint;
 *   `purpose` says what the answer to it is for.
 * - `edit`: changes the post that the post's `targetKey` names.
 * - `react`: puts a sign on a member's own message.
 */
export const postContent = z.discriminatedUnion('method', [
  z.object({
    method: z.literal('send'),
    html: z.string(),
    buttons: z.array(z.array(button)).exactOptional(),
    ask: z.string().exactOptional(),
    purpose: z.literal('note').exactOptional(),
    replyTo: z.number().int().exactOptional(),
    messageId: z.uuid().exactOptional(),
  }),
  z.object({
    method: z.literal('edit'),
    html: z.string(),
    buttons: z.array(z.array(button)).exactOptional(),
  }),
  z.object({
    method: z.literal('react'),
    emoji: z.enum(['👌', '👀']),
    message: z.number().int(),
  }),
])

export type PostContent = z.output<typeof postContent>
export type Button = z.output<typeof button>

/** A message's face: what is sent and what a later change replaces. */
export interface Face {
  html: string
  buttons?: Button[][]
}
