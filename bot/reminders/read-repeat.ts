import type { Repeat } from '#core/reminders/repeat.ts'
import { plainArabic } from './arabic-letters.ts'

/** A weekday behind such a word says which day it is, and is left for that. */
const forms: { pattern: RegExp; repeat: Repeat }[] = [
  { pattern: /\b(?:every day|daily)\b/iu, repeat: 'daily' },
  { pattern: /\b(?:every week|weekly)\b/iu, repeat: 'weekly' },
  { pattern: /\b(?:every month|monthly)\b/iu, repeat: 'monthly' },
  { pattern: /\bevery(?=\s+(?:mon|tues|wednes|thurs|fri|satur|sun)day\b)/iu, repeat: 'weekly' },
  { pattern: /(?<!\p{L})(?:chaque jour|tous les jours)(?!\p{L})/iu, repeat: 'daily' },
  { pattern: /(?<!\p{L})(?:chaque semaine|toutes les semaines)(?!\p{L})/iu, repeat: 'weekly' },
  { pattern: /(?<!\p{L})(?:chaque mois|tous les mois)(?!\p{L})/iu, repeat: 'monthly' },
  {
    pattern:
      /(?<!\p{L})(?:chaque|tous les)(?=\s+(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)s?(?!\p{L}))/iu,
    repeat: 'weekly',
  },
]
const weekday = '(?:ال)?(?:احد|اثنين|ثلاثاء|ثلاثا|اربعاء|اربعا|خميس|جمعه|سبت)'
const arabicForms: { pattern: RegExp; repeat: Repeat; instead?: string }[] = [
  { pattern: new RegExp(`(?<!\\p{L})كل(?=\\s+يوم\\s+${weekday}(?!\\p{L}))`, 'u'), repeat: 'weekly' },
  { pattern: new RegExp(`(?<!\\p{L})كل(?=\\s+${weekday}(?!\\p{L}))`, 'u'), repeat: 'weekly', instead: 'يوم' },
  { pattern: /(?<!\p{L})(?:كل يوم|يوميا)(?!\p{L})/u, repeat: 'daily' },
  { pattern: /(?<!\p{L})(?:كل اسبوع|اسبوعيا)(?!\p{L})/u, repeat: 'weekly' },
  { pattern: /(?<!\p{L})(?:كل شهر|شهريا)(?!\p{L})/u, repeat: 'monthly' },
]

/** How often it is meant, and what is left of the words. */
export function readRepeat(text: string): { repeat: Repeat; rest: string } {
  for (const { pattern, repeat } of forms) {
    const match = pattern.exec(text)
    if (match) return { repeat, rest: cut(text, match.index, match.index + match[0].length) }
  }
  const plain = plainArabic(text)
  for (const { pattern, repeat, instead = '' } of arabicForms) {
    const match = pattern.exec(plain.text)
    if (!match) continue
    const signs = [...text]
    const [from, to] = [
      plain.places[match.index] ?? 0,
      plain.places[match.index + match[0].length] ?? signs.length,
    ]
    return { repeat, rest: [...signs.slice(0, from), instead, ...signs.slice(to)].join('') }
  }
  return { repeat: 'none', rest: text }
}

const cut = (text: string, from: number, to: number): string => text.slice(0, from) + text.slice(to)
