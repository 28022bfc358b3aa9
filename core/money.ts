/** An amount in the smallest unit of its currency, such as cents. */
export interface Money {
  minor: number
  /** ISO 4217, such as EUR. */
  currency: string
}

const currencies = new Set(Intl.supportedValuesOf('currency'))

export const isCurrency = (code: string): boolean => currencies.has(code)

/** How many decimal places a currency has: 2 for EUR, 0 for JPY, 3 for KWD. */
export const decimalsOf = (currency: string): number =>
  new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2
