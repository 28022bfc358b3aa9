import { decimalsOf, type Money } from '#core/money.ts'
import type { Tongue } from './tongue.ts'

/** An amount as people write it in a language; without decimals where it is round. */
export function tellMoney({ language }: Tongue, { minor, currency }: Money): string {
  const decimals = decimalsOf(currency)
  const amount = minor / 10 ** decimals
  const digits = Number.isInteger(amount) ? 0 : decimals
  const exact = { minimumFractionDigits: digits, maximumFractionDigits: digits }
  return new Intl.NumberFormat(language, { style: 'currency', currency, ...exact }).format(amount)
}
