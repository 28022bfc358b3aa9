import { recognisablePhone } from '../contacts/recognisable-phone.ts'
import { keysOf } from './grams-of.ts'
import { isSign, normalWords } from './normal-words.ts'

/** What a text must hold: patterns for LIKE, all of them, and the keys by which the index finds such texts. */
export interface Wanted {
  patterns: string[]
  keys: number[]
  /** The words themselves, normalised, to find them in what was found. */
  terms: string[]
}

/** What somebody looks for. */
export interface Search {
  /** The number of a lead, where it can be one. */
  number: number | undefined
  /** People who are called just so: whole words. */
  named: Wanted
  /** Texts and people in which the words stand, a short one at the beginning of a word and a longer one anywhere. */
  words: Wanted
  /** People with these digits in their telephone number, however it was written; undefined: they are none. */
  phone: Wanted | undefined
  /** The words, normalised. */
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
  const terms = [...new Set(typed.split(/\s+/).map(normalWords))]
    .filter((term) => term !== '')
    .slice(0, mostTerms)
  if (terms.length === 0) return undefined
  const [, number] = leadNumber.exec(inAscii(typed.trim())) ?? []
  const phone = phoneOf(typed, country)
  return {
    number: number === undefined ? undefined : Number(number),
    named: want(organizationId, terms, true),
    words: want(organizationId, terms, false),
    phone: phone === undefined ? undefined : want(organizationId, [phone], false),
    terms,
  }
}

const inAscii = (typed: string) => typed.normalize('NFKC').replace(/\p{Nd}/gu, normalWords)

/**
 * The digits that a stored number holds where it was typed in another spelling: national numbers begin with a nought and
 * foreign ones with two, and numbers are kept without either. Whole numbers that are written in two ways, as in Brazil,
 * are looked for in the one that is kept.
 */
function phoneOf(typed: string, country: string | undefined): string | undefined {
  const ascii = inAscii(typed)
  const digits = ascii.replace(/\D/g, '').replace(/^0+/, '')
  if (digits.length < shortestInside || !phoneLike.test(ascii)) return undefined
  const known = recognisablePhone(typed, country)?.slice(1) ?? ''
  return known === '' || known.includes(digits) ? digits : known
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
    terms,
  }
}
