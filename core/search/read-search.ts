import { recognisablePhone } from '../contacts/recognisable-phone.ts'
import { keysOf } from './grams-of.ts'
import { isSign, normalWords } from './normal-words.ts'

/** What a text must hold: patterns for LIKE, all of them, and the keys by which the index finds such texts. */
export interface Wanted {
  patterns: string[]
  keys: number[]
}

/** What somebody looks for. */
export interface Search {
  /** The number of a lead, where it can be one. */
  number: number | undefined
  /** People who are called just so: whole words. */
  named: Wanted
  /** Texts and people in which the words stand, a short one at the beginning of a word and a longer one anywhere. */
  words: Wanted
  /** People with these digits in their telephone number, however it was written. Empty: it is no number. */
  phones: Wanted[]
  /** The words themselves, normalised, to find them in what was found. */
  terms: string[]
}

const mostTerms = 8
/** A shorter one is looked for at the beginning of words only. */
const shortestInside = 3
const leadNumber = /^#?(\d{1,9})$/
const phoneLike = /^[\d\s()+./\p{Pd}\p{Cf}]{3,40}$/u

/**
 * Reads what a person typed to find something.
 *
 * @param country ISO 3166 code: whose national numbers people write
 * @returns undefined when there is no letter and no digit in it
 */
export function readSearch(organizationId: string, typed: string, country?: string): Search | undefined {
  const terms = [...new Set(typed.split(/\s+/).map(normalWords))].filter((term) => term !== '').slice(0, mostTerms)
  if (terms.length === 0) return undefined
  const digits = normalWords(typed).replace(/\D/g, '')
  const [, number] = leadNumber.exec(typed.trim().replace(/[\u0660-\u0669\u06f0-\u06f9]/g, normalWords)) ?? []
  const isPhone = digits.length >= shortestInside && phoneLike.test(typed.normalize('NFKC').replace(/\p{Nd}/gu, '0'))
  return {
    number: number === undefined ? undefined : Number(number),
    named: want(organizationId, terms, true),
    words: want(organizationId, terms, false),
    phones: isPhone ? phonesOf(typed, digits, country).map((phone) => want(organizationId, [phone], false)) : [],
    terms,
  }
}

/** National numbers begin with a nought and written ones with two; numbers are kept without either. */
function phonesOf(typed: string, digits: string, country: string | undefined): string[] {
  const known = recognisablePhone(typed, country)?.slice(1)
  const bare = digits.replace(/^0+/, '')
  return [...new Set([bare, known ?? ''])].filter((phone) => phone.length >= shortestInside)
}

function want(organizationId: string, terms: string[], whole: boolean): Wanted {
  const parts = terms.map((term) => {
    const [first = ''] = term.split(' ')
    const isBegun = whole || isSign(first) || [...first].length < shortestInside
    return {
      pattern: `%${isBegun ? ' ' : ''}${term}${whole ? ' ' : ''}%`,
      keys: keysOf(organizationId, term, isBegun),
    }
  })
  return {
    patterns: parts.map(({ pattern }) => pattern),
    keys: [...new Set(parts.flatMap(({ keys }) => keys))],
  }
}
