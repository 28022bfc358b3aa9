import { checkLink, mentionedUser } from './check-link.ts'
import type { Entity } from './entity.ts'

/**
 * The entity of a link in marked-up text; undefined when the link is none, for Telegram then shows plain
 * text.
 */
export function linkEntity(url: string, offset: number, length: number): Entity | undefined {
  const userId = mentionedUser(url)
  if (userId !== undefined) {
    return { type: 'text_mention', offset, length, user: { id: userId, is_bot: false, first_name: '' } }
  }
  const checked = checkLink(url)
  return 'url' in checked ? { type: 'text_link', offset, length, url: checked.url } : undefined
}
