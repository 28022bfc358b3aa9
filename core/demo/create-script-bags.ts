import type { Random } from './create-random.ts'
import type { DemoTongue } from './demo-names.ts'
import type { DemoLanguage, DemoScript } from './demo-script.ts'
import { deskNotes } from './desk-notes.ts'
import { type DemoSource, doorways } from './lead-sources.ts'
import { arabic } from './scripts-ar.ts'
import { english } from './scripts-en.ts'
import { french } from './scripts-fr.ts'

export const languages: Readonly<Record<DemoTongue, DemoLanguage>> = { en: english, fr: french, ar: arabic }

/** Hands out scripts of a kind in turn, so that the same talk comes back as rarely as possible. */
export function createScriptBags(random: Random) {
  const bags = new Map<string, DemoScript[]>()
  const takeFrom = (key: string, choice: readonly DemoScript[]) => {
    const rest = bags.get(key) ?? []
    const bag = rest.length > 0 ? rest : random.shuffled(choice)
    const script = bag.pop()
    if (!script) throw new Error(`The demo has no script for ${key}.`)
    bags.set(key, bag)
    return script
  }
  return {
    take(source: DemoSource, tongue: DemoTongue, ending: DemoScript['ending']): DemoScript {
      if (source !== 'whatsapp' && source !== 'whatsapp_ad') {
        const door = doorways[source]
        return takeFrom(
          `${door}/${ending}`,
          deskNotes[door].filter((script) => script.ending === ending),
        )
      }
      const choice = languages[tongue].scripts.filter(
        (script) => script.ending === ending && !script.returning,
      )
      return takeFrom(`${tongue}/${ending}`, choice)
    },
    /** For a person who had a lead before that ended so. */
    takeReturning(tongue: DemoTongue, before: 'converted' | 'lost'): DemoScript {
      const choice = languages[tongue].scripts.filter(({ returning }) => returning === before)
      return takeFrom(`${tongue}/after ${before}`, choice)
    },
  }
}
