import type { Tap } from '../../fakes/taps.ts'

/** What is pressed: a button that only turns a page, one that shows something new, and one that changes the lead. */
export const verbs = { status: '“Status”', history: '“History”', set: 'a new status' } as const
export type Verb = keyof typeof verbs

const others = ['contacted', 'follow_up']

/**
 * Presses of buttons on the newest cards of all chats, chat after chat, each kind in turn.
 *
 * @throws when a card lacks a button that it should have
 */
export function planTaps(
  keyboards: [chatId: number, keyboard: { messageId: number; data: string[] }][],
  count: number,
): { verb: Verb; tap: Tap }[] {
  if (keyboards.length === 0) throw new Error('Nobody was shown a card whose buttons could be pressed.')
  const names = Object.keys(verbs) as Verb[]
  return Array.from({ length: count }, (_, index) => {
    const [chatId, { messageId, data }] = keyboards[index % keyboards.length] as (typeof keyboards)[number]
    const round = Math.floor(index / keyboards.length)
    const verb = names[round % names.length] as Verb
    const lead = data.find((carried) => carried.startsWith('status:'))?.split(':')[1]
    if (lead === undefined)
      throw new Error(`The card in chat ${chatId} has no button “Status”: ${data.join(', ')}.`)
    const carried =
      verb === 'set' ? `set:${lead}:${others[Math.floor(round / names.length) % 2]}` : `${verb}:${lead}`
    return { verb, tap: { chatId, messageId, data: carried } }
  })
}
