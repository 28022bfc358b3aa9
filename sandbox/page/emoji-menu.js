import { openMenu } from './menu.js'

const offered = ['👍', '❤️', '🔥', '🎉', '😂', '😮', '😢', '🙏', '👎']

/** Networks drop the mark that asks for the coloured form, so two spellings may be one emoji. */
export const sameEmoji = (one, other) => one.replaceAll('\ufe0f', '') === other.replaceAll('\ufe0f', '')

/** Lets the person pick a reaction; the one that is there already is taken back by picking it again. */
export function openEmojiMenu(anchor, pick) {
  openMenu(
    anchor,
    offered.map((emoji) => ({ label: emoji, act: () => pick(emoji) })),
    'emoji-menu',
  )
}
