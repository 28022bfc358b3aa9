import { decimalsOf, type Money } from '#core/money.ts'

/** An amount as people write it in a language; without decimals where it is round. */
export function tellMoney(language: string, { minor, currency }: Money): string {
  const decimals = decimalsOf(currency)
  const amount = minor / 10 ** decimals
  const digits = Number.isInteger(amount) ? 0 : decimals
  return new Intl.NumberFormat(language, {
    style: 'currency',
    currency,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(amount)
}
