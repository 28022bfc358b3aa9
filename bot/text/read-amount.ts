import { decimalsOf, isCurrency, type Money } from '#core/money.ts'

/** Why an amount was not taken: it is none, it can be read in two ways, or nobody said in which currency. */
export type AmountProblem = 'unreadable' | 'ambiguous' | 'no-currency'

/** Signs that mean one currency to everybody who writes them. `$` and `¥` are of many: they mean the usual one. */
const signs: Record<string, string> = {
  '€': 'EUR',
  '£': 'GBP',
  '₹': 'INR',
  '₺': 'TRY',
  '₪': 'ILS',
  '₽': 'RUB',
  '₩': 'KRW',
  '₦': 'NGN',
  '₫': 'VND',
  '₴': 'UAH',
}
const dollars = new Set(['USD', 'CAD', 'AUD', 'NZD', 'SGD', 'HKD', 'MXN', 'BRL', 'ARS', 'CLP', 'COP'])
const yens = new Set(['JPY', 'CNY'])

/** More digits than any business earns with one lead; they also stay below what a number holds exactly. */
const mostDigits = 13

/**
 * Reads an amount of money as people write it: `1200`, `1.200,50 €`, `$1,200.50`, `١٢٠٠ MAD`. What could mean two
 * amounts is refused rather than guessed.
 *
 * @param usual the currency where none is written
 */
export function readAmount(written: string, usual: string | undefined): Money | AmountProblem {
  const text = written
    .normalize('NFKC')
    .replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String((digit.codePointAt(0) ?? 0) & 0xf))
    .replace(/٫/g, ',')
    .replace(/[\s\p{Cf}'’_٬]+/gu, ' ')
    .trim()
  const match = /^(?<before>[^\d.,-]*?) ?(?<number>\d[\d., ]*?) ?(?<after>[^\d.,]*)$/u.exec(text)
  const { before = '', number = '', after = '' } = match?.groups ?? {}
  const named = [before.trim(), after.trim()].filter((one) => one !== '')
  if (!match || named.length > 1) return 'unreadable'
  const currency = named[0] === undefined ? usual : currencyOf(named[0], usual)
  if (!currency) return named[0] === undefined || /^[$¥]$/.test(named[0]) ? 'no-currency' : 'unreadable'
  const minor = minorOf(number.trim(), decimalsOf(currency))
  return typeof minor === 'number' ? { minor, currency } : minor
}

function currencyOf(named: string, usual: string | undefined): string | undefined {
  const code = named.toUpperCase()
  if (/^[A-Z]{3}$/.test(code)) return isCurrency(code) ? code : undefined
  if (named === '$') return usual && dollars.has(usual) ? usual : usual ? 'USD' : undefined
  if (named === '¥') return usual && yens.has(usual) ? usual : undefined
  return Object.hasOwn(signs, named) ? signs[named] : undefined
}

function minorOf(number: string, decimals: number): number | AmountProblem {
  const parts = number.split(/[., ]/)
  const [whole = '', ...rest] = parts
  const separators = [...number.replace(/\d/g, '')]
  const last = separators.at(-1)
  const end = rest.at(-1) ?? ''
  const isGroup = (part: string) => /^\d{3}$/.test(part)
  if (rest.some((part) => part === '')) return 'unreadable'
  const grouping = separators[0]
  const hasDecimals = last !== undefined && last !== ' ' && (separators.length === 1 || last !== grouping)
  if (separators.length === 0) return inMinor(whole, '', decimals)
  if (separators.length === 1 && isGroup(end) && last !== ' ') {
    // "1.200" is a thousand and more, unless the currency has three decimals: then nobody knows.
    if (/^0/.test(whole) || whole.length > 3) return decimals === 3 ? inMinor(whole, end, 3) : 'unreadable'
    return decimals === 3 ? 'ambiguous' : inMinor(whole + end, '', decimals)
  }
  const groups = hasDecimals ? rest.slice(0, -1) : rest
  const within = hasDecimals ? separators.slice(0, -1) : separators
  const isEven = groups.every(isGroup) && within.every((one) => one === grouping)
  if (!isEven || (groups.length > 0 && whole.length > 3)) return 'unreadable'
  return inMinor([whole, ...groups].join(''), hasDecimals ? end : '', decimals)
}

function inMinor(whole: string, fraction: string, decimals: number): number | AmountProblem {
  if (fraction.length > decimals || whole.length + decimals > mostDigits) return 'unreadable'
  return Number(`${whole}${fraction.padEnd(decimals, '0')}`)
}
