import type { Say } from '#core/i18n.ts'

const activityKeys: Record<string, string> = {
  'reminder.added': 'history-reminder-added',
  'reminder.snoozed': 'history-reminder-snoozed',
  'reminder.moved': 'history-reminder-moved',
  'reminder.done': 'history-reminder-done',
  'reminder.cancelled': 'history-reminder-cancelled',
}

/** A line of a lead's history that tells of a reminder; undefined for what tells of something else. `by` is HTML. */
export function sayReminderActivity(say: Say, kind: string, by: string): string | undefined {
  const key = Object.hasOwn(activityKeys, kind) ? activityKeys[kind] : undefined
  return key ? say(key, { by }) : undefined
}
