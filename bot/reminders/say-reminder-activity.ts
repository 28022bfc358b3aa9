import type { Say } from '#core/i18n.ts'
import { reminderActivityKeys } from '#core/words/of-leads.ts'

/** A line of a lead's history that tells of a reminder; undefined for what tells of something else. `by` is HTML. */
export function sayReminderActivity(say: Say, kind: string, by: string): string | undefined {
  const key = Object.hasOwn(reminderActivityKeys, kind) ? reminderActivityKeys[kind] : undefined
  return key ? say(key, { by }) : undefined
}
