import { type CountryCode, getCountries, getCountryCallingCode } from 'libphonenumber-js/min'
import { normalWords } from '../../search/normal-words.ts'

const byName = new Map<string, CountryCode>()
const byCallingCode = new Map<string, CountryCode[]>()
for (const country of getCountries()) {
  const code = getCountryCallingCode(country)
  byCallingCode.set(code, [...(byCallingCode.get(code) ?? []), country])
}
for (const language of ['en', 'fr', 'ar']) {
  const names = new Intl.DisplayNames([language], { type: 'region' })
  for (const country of getCountries()) byName.set(normalWords(names.of(country) ?? country), country)
}

/**
 * The country that a person means: FR, +33, 0033, France, فرنسا. Of several with one calling code, the one that people
 * mean by it.
 *
 * @returns its ISO 3166 code; undefined for what names none
 */
export function readCountryWord(word: string): string | undefined {
  const text = word.normalize('NFKC').trim()
  const iso = text.toUpperCase()
  if (/^[A-Z]{2}$/.test(iso) && getCountries().some((country) => country === iso)) return iso
  const digits = normalWords(text).replaceAll(' ', '').replace(/^00/, '')
  if (/^\d{1,3}$/.test(digits)) return mainOf(digits)
  return byName.get(normalWords(text))
}

/** Those that share a calling code with many others, and are meant by it. */
const mains: Record<string, CountryCode> = {
  '1': 'US',
  '7': 'RU',
  '39': 'IT',
  '44': 'GB',
  '47': 'NO',
  '61': 'AU',
  '212': 'MA',
  '262': 'RE',
  '290': 'SH',
  '358': 'FI',
  '590': 'GP',
  '599': 'CW',
}
const mainOf = (code: string): CountryCode | undefined => mains[code] ?? byCallingCode.get(code)?.[0]
