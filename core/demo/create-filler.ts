import type { Random } from './create-random.ts'
import type { DemoLanguage } from './demo-script.ts'

export interface FillerOptions {
  random: Random
  language: DemoLanguage
  isMan: boolean
  /** The customer's first name; where there is none, texts do without. */
  name: string | undefined
  staff: string
  gym: string
}

/** Creates the function that turns a script's texts into what one pair of people says: the same words throughout. */
export function createFiller({ random, language, isMan, name, staff, gym }: FillerOptions) {
  const words: Record<string, string> = {
    staff,
    gym,
    day: random.pick(language.days),
    time: random.pick(language.times),
    class: random.pick(language.classes),
    kid: random.pick(language.kids),
    ...(name ? { name } : {}),
  }
  const wordOf = (key: string) => {
    const word = words[key]
    if (word === undefined) throw new Error(`A demo text asks for {${key}}, which nothing fills.`)
    return word
  }
  return (text: string): string =>
    (name ? text : text.replace(/[ ,،]*\{name\}/g, ''))
      .replace(/\[([^\]]*)\]/g, (_all, wordings: string) => random.pick(wordings.split('|')))
      .replace(/<([^<>|]*)\|([^<>|]*)>/g, (_all, forMan: string, forWoman: string) => (isMan ? forMan : forWoman))
      .replace(/(^|[.!?] +)\{(\w+)\}/g, (_all, before: string, key: string) => before + capital(wordOf(key)))
      .replace(/\{(\w+)\}/g, (_all, key: string) => wordOf(key))
      .trim()
}

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1)
