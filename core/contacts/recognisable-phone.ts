import parsePhoneNumber, { type CountryCode, isSupportedCountry } from 'libphonenumber-js/min'

/** Reading a number takes longer than anything else about a message, and most come from somebody who wrote just now. */
const recent = new Map<string, string | undefined>()
const mostRemembered = 5_000
/** What is longer is no number, and not worth its memory. */
const longestRemembered = 40

/**
 * The one form of a phone number by which we recognise a person: E.164, with the variants that networks and people use
 * for the same mobile folded together. Landlines stay as they are.
 * - Mexico: WhatsApp still sends `521…` for numbers that are dialled `+52…`; people write 044, 045 or 01 before them.
 * - Argentina: WhatsApp sends `549…`; people write a 15 after the area code, or neither. Without either, a number
 *   that begins with 4 after its area code is a landline.
 * - Brazil: older accounts lack the ninth digit that every mobile has had since 2016. Landlines begin with 2 to 5.
 * A number that libphonenumber does not know is kept as its digits, so that a test number still names one person.
 *
 * @param written as networks and people write it: with or without plus sign, 00 and punctuation
 * @param country ISO 3166 code, such as FR: then a number without plus or 00 is one of that country, if it can be
 * @returns undefined when there are no digits at all
 */
export function recognisablePhone(written: string, country = ''): string | undefined {
  if (written.length > longestRemembered) return recognise(written, country)
  const key = `${country}/${written}`
  const known = recent.get(key)
  if (known !== undefined || recent.has(key)) return known
  const number = recognise(written, country)
  recent.set(key, number)
  const [oldest] = recent.keys()
  if (recent.size > mostRemembered && oldest !== undefined) recent.delete(oldest)
  return number
}

function recognise(written: string, country: string): string | undefined {
  const bare = inAscii(written).replace(/\D/g, '')
  if (bare === '') return undefined
  const isForeign = /^[^\d+]*\+/.test(inAscii(written)) || bare.startsWith('00')
  const digits = isForeign ? bare.replace(/^00/, '') : nationalDigits(bare, country)
  const folded = foldMobileVariants(digits)
  return foldedNumber(parsePhoneNumber(`+${folded}`)?.number ?? `+${folded}`)
}

/**
 * The same for what staff type in: only a number that somebody could be called by.
 *
 * @returns undefined for anything else, and for a national number where no country is known
 */
export function dialablePhone(written: string, country?: string): string | undefined {
  if (!/^[\d\s()+./\p{Pd}\p{Cf}]{5,40}$/u.test(inAscii(written))) return undefined
  const number = recognisablePhone(written, country)
  return number && parsePhoneNumber(number)?.isValid() ? number : undefined
}

/** Full-width forms, and the digits of Arabic and Persian keyboards. */
const inAscii = (written: string) =>
  written
    .normalize('NFKC')
    .replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String((digit.codePointAt(0) ?? 0) & 0xf))

function nationalDigits(bare: string, country: string): string {
  if (!isSupportedCountry(country)) return bare
  const parsed = parsePhoneNumber(mexican(bare, country), country as CountryCode)
  return parsed?.isPossible() ? parsed.number.slice(1) : bare
}

/** What was dialled before a Mexican number until 2019, and is still written. */
const mexican = (bare: string, country: string) =>
  country === 'MX' ? bare.replace(/^(?:04[45]|01|1)(?=\d{10}$)/, '') : bare

function foldMobileVariants(digits: string): string {
  if (/^52(?:1|01|04[45])\d{10}$/.test(digits)) return `52${digits.slice(-10)}`
  // With both the nine and the 15: libphonenumber takes the 15 for a nine by itself.
  if (/^549\d{12}$/.test(digits)) return `54${digits.slice(3)}`
  if (/^54[1-8]\d{9}$/.test(digits) && !isArgentineLandline(digits.slice(2))) return `549${digits.slice(2)}`
  return digits
}

/** Area codes have two digits in Buenos Aires, else three or four; numbers after them that begin with 4 are landlines. */
const isArgentineLandline = (national: string) =>
  national.match(
    /^(?:11|2(?:2[013]|3[067]|49|6[01346]|80|9[14789])|3(?:36|4[123458]|5[138]|6[24]|7[069]|8[013578])|\d{4})(\d)/,
  )?.[1] === '4'

function foldedNumber(number: string): string {
  return /^\+55\d{2}[6-9]\d{7}$/.test(number) ? `${number.slice(0, 5)}9${number.slice(5)}` : number
}
