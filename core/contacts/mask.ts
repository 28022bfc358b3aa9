import parsePhoneNumber from 'libphonenumber-js/min'

/** By what a person can be called or written to. */
export interface Address {
  kind: string
  value: string
}

/** A telephone number of which only the country and the last two digits are told: `+33 ••• ••12`. */
export function maskPhone(phone: string): string {
  const digits = phone.replace(/\D/g, '')
  const code = parsePhoneNumber(phone)?.countryCallingCode
  return `${code ? `+${code} ` : ''}••• ••${digits.length > 6 ? digits.slice(-2) : ''}`
}

/** An e-mail address of which only the first letter and the last part are told: `m•••@•••.com`. */
export function maskEmail(email: string): string {
  const [first = ''] = email
  const [, ending = ''] = /(\.[^.@]+)$/.exec(email) ?? []
  return `${first}•••@•••${ending}`
}

/** An identity's value as it is shown to those who may not see numbers and addresses; other kinds stay as they are. */
export function maskValue({ kind, value }: Address): string {
  if (kind === 'phone') return maskPhone(value)
  return kind === 'email' ? maskEmail(value) : value
}

/** Hides one person's numbers and addresses wherever they stand in what it is given: in texts, lists and records. */
export type Mask = <Value>(value: Value) => Value

/** For those who may see everything. */
export const unmasked: Mask = (value) => value

/**
 * A mask for a person who is known by these addresses. Numbers are found however they are written, with or without their
 * country, with spaces or points, in Arabic digits too; nobody else's are touched.
 */
export function createMask(addresses: readonly Address[]): Mask {
  const hidden = addresses.flatMap((address) => {
    const pattern = patternOf(address)
    return pattern ? [{ pattern, shown: maskValue(address) }] : []
  })
  const text = (words: string): string =>
    hidden.reduce((rest, { pattern, shown }) => rest.replace(pattern, shown), words)
  return (value) => (hidden.length === 0 ? value : (maskDeep(value, text) as typeof value))
}

/** Ids are no texts, whatever digits stand in them. */
const isId = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/

function maskDeep(value: unknown, text: (words: string) => string): unknown {
  if (typeof value === 'string') return isId.test(value) ? value : text(value)
  if (Array.isArray(value)) return value.map((item) => maskDeep(item, text))
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype) {
    return value
  }
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, maskDeep(item, text)]))
}

function patternOf({ kind, value }: Address): RegExp | undefined {
  if (kind === 'email') return new RegExp(value.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'), 'giu')
  if (kind !== 'phone') return undefined
  const all = value.replace(/\D/g, '')
  const parsed = parsePhoneNumber(value)
  const national = parsed?.nationalNumber ?? all
  // Fewer digits stand in texts for other things too.
  if (national.length < 5) return undefined
  const before = parsed
    ? `(?:${prefix}${spell(parsed.countryCallingCode)}${gap}(?:\\(0\\)${gap})?|${zero}${gap})?`
    : prefix
  return new RegExp(
    `(?<!${digit})${before}${spell(mobile(national, parsed?.countryCallingCode))}(?!${digit})`,
    'gu',
  )
}

/** Argentine mobiles are written without their nine too. */
const mobile = (national: string, code: string | undefined): string =>
  code === '54' && /^9\d{10}$/.test(national) ? national.slice(1) : national

/** What stands between the digits of a written number. */
const gap = '[\\s().\\-/\\u00a0\\u2010-\\u2015\\u202f\\p{Cf}]{0,3}'
const zero = '[0٠۰]'
const prefix = `(?:(?:\\+|${zero}${zero})${gap})?`
const digit = '[0-9٠-٩۰-۹]'

/** A pattern for digits in three scripts, with or without gaps. */
const spell = (digits: string): string =>
  [...digits]
    .map((one) => `[${one}${String.fromCodePoint(0x660 + Number(one), 0x6f0 + Number(one))}]`)
    .join(gap)
