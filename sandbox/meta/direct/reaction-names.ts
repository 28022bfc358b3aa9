const names: Record<string, string> = {
  '❤': 'love',
  '😆': 'smile',
  '😠': 'angry',
  '😢': 'sad',
  '😮': 'wow',
  '👍': 'like',
  '👎': 'dislike',
}

const bare = (emoji: string) => emoji.replaceAll('\ufe0f', '')

/** Meta's word for a reaction; `other` where it has none. */
export function reactionName(emoji: string): string {
  return names[bare(emoji)] ?? 'other'
}

/** The emoji behind one of Meta's words; undefined when there is no such word. */
export function reactionEmoji(name: string): string | undefined {
  return Object.entries(names).find(([, known]) => known === name)?.[0]
}
