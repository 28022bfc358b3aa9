import type { Random } from './create-random.ts'
import type { DemoLanguage } from './demo-script.ts'

/** Turns a script's texts into what one pair of people says: the same names, days and times throughout. */
export interface Fillers {
  say(text: string): string
  /** The same for notes, which staff write in the language of the house. */
  note(text: string): string
}

export interface FillerOptions {
  random: Random
  language: DemoLanguage
  house: DemoLanguage
  isMan: boolean
  /** The customer's first name; where there is none, texts do without. */
  name: string | undefined
  staff: string
  gym: string
  /** The weekday of what the two of them agree on, Sunday, 0, excepted. */
  weekday: number
}

/** Places in the lists of times at which the gym is open on a Saturday too. */
const saturdayTimes = [1, 2]

export function createFillers({
  random,
  language,
  house,
  isMan,
  name,
  staff,
  gym,
  weekday,
}: FillerOptions): Fillers {
  const placeIn = (list: 'times' | 'classes' | 'kids') => random.whole(0, language[list].length - 1)
  const time = weekday === 6 ? random.pick(saturdayTimes) : placeIn('times')
  const [lesson, kid] = [placeIn('classes'), placeIn('kids')]
  const wordsIn = (tongue: DemoLanguage): Record<string, string | undefined> => ({
    ...{ staff, gym, name },
    day: tongue.days[weekday - 1],
    time: tongue.times[time],
    class: tongue.classes[lesson],
    kid: tongue.kids[kid],
  })
  const fillWith = (words: Record<string, string | undefined>) => {
    const wordOf = (key: string) => {
      const word = words[key]
      if (word === undefined) throw new Error(`A demo text asks for {${key}}, which nothing fills.`)
      return word
    }
    return (text: string): string =>
      (name ? text : text.replace(/[ ,،]*\{name\}/g, ''))
        .replace(/\[([^\]]*)\]/g, (_all, wordings: string) => random.pick(wordings.split('|')))
        .replace(/<([^<>|]*)\|([^<>|]*)>/g, (_all, forMan: string, forWoman: string) =>
          isMan ? forMan : forWoman,
        )
        .replace(
          /(^|[.!?] +)\{(\w+)\}/g,
          (_all, before: string, key: string) => before + capital(wordOf(key)),
        )
        .replace(/\{(\w+)\}/g, (_all, key: string) => wordOf(key))
        .trim()
  }
  return { say: fillWith(wordsIn(language)), note: fillWith(wordsIn(house)) }
}

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1)
