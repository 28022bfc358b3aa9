import type { Say } from '#core/i18n.ts'
import { addDays, instantOf, wallOf } from '#core/reminders/local-time.ts'
import type { WhenContext } from './found-when.ts'

/** Times that are one tap away. Buttons carry these words. */
export const choices = ['hour', 'evening', 'tomorrow', 'week'] as const
export type Choice = (typeof choices)[number]

export const isChoice = (word: string | undefined): word is Choice =>
  choices.some((choice) => choice === word)

const choiceKeys: Record<Choice, string> = {
  hour: 'button-in-an-hour',
  evening: 'button-this-evening',
  tomorrow: 'button-tomorrow',
  week: 'button-next-week',
}
export const sayChoice = (say: Say, choice: Choice): string => say(choiceKeys[choice])

const morning = { hour: 9, minute: 0 }
const evening = { hour: 18, minute: 0 }

/** When a choice is: evenings begin at 18:00, days at 9:00, weeks on Monday. */
export function timeOfChoice(choice: Choice, { now, timeZone }: WhenContext): Date {
  const today = wallOf(now, timeZone)
  switch (choice) {
    case 'hour':
      return new Date(now.getTime() + 3_600_000)
    case 'evening': {
      const at = instantOf({ ...today, ...evening }, timeZone)
      return at > now ? at : instantOf({ ...addDays(today, 1), ...evening }, timeZone)
    }
    case 'tomorrow':
      return instantOf({ ...addDays(today, 1), ...morning }, timeZone)
    case 'week': {
      const weekday = new Date(Date.UTC(today.year, today.month - 1, today.day)).getUTCDay()
      return instantOf({ ...addDays(today, (8 - weekday) % 7 || 7), ...morning }, timeZone)
    }
  }
}
