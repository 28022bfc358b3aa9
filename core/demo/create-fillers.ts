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
}

export function createFillers({ random, language, house, isMan, name, staff, gym }: FillerOptions): Fillers {
  const places = (['days', 'times', 'classes', 'kids'] as const).map(
    (list) => [list, random.whole(0, Math.min(language[list].length, house[list].length) - 1)] as const,
  )
  const wordsIn = (tongue: DemoLanguage): Record<string, string | undefined> => {
    const [day, time, lesson, kid] = places.map(([list, index]) => tongue[list][index])
    return { staff, gym, name, day, time, class: lesson, kid }
  }
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
