import type { Say } from '#core/i18n.ts'
import { markKeys } from '#core/words/of-messages.ts'
import type { MessageView } from './message-view.ts'

/** What one should know of a message before one reads or answers it, a line of HTML each. */
export function marksOf(say: Say, { data }: Pick<MessageView, 'data'>): string[] {
  const marks = Object.entries(markKeys).flatMap(([name, key]) => (data[name] === true ? [say(key)] : []))
  if (typeof data.groupId === 'string' && data.groupId !== '') marks.push(say('message-in-group'))
  return marks.map((mark) => `<i>${mark}</i>`)
}
