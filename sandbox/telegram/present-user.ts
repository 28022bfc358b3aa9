import type { BotAccount, Person, World } from './world.ts'

/** A User of the Bot API. */
export function presentUser(person: Person): Record<string, unknown> {
  return {
    id: person.id,
    is_bot: false,
    first_name: person.firstName,
    ...(person.lastName ? { last_name: person.lastName } : {}),
    ...(person.username ? { username: person.username } : {}),
    language_code: person.languageCode,
  }
}

export function presentBot(bot: BotAccount): Record<string, unknown> {
  return { id: bot.id, is_bot: true, first_name: bot.firstName, username: bot.username }
}

/** Anyone by id, person or bot; a stranger gets an empty name. */
export function presentAnyone(world: World, id: number): Record<string, unknown> {
  const bot = world.bots.get(id)
  if (bot) return presentBot(bot)
  const person = world.people.get(id)
  return person ? presentUser(person) : { id, is_bot: false, first_name: '' }
}

/** First and last name, as people see them; empty for nobody. */
export function nameOf(person: Person | undefined): string {
  return [person?.firstName, person?.lastName].filter(Boolean).join(' ')
}
