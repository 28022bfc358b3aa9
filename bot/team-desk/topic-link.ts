/** Opens a topic of a group; only its members can. Undefined for a group whose numbers have no links. */
export function topicLink(chatId: string, thread: number): string | undefined {
  const group = /^-100(\d+)$/.exec(chatId)?.[1]
  return group && `https://t.me/c/${group}/${thread}`
}
