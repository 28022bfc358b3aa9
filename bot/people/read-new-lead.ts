import { recognisableEmail } from '#core/contacts/recognisable-email.ts'

/** Where something in what a member typed cannot be used: which line, and why. */
export interface LineProblem {
  line: number
  text: string
  why: 'email' | 'phone-twice' | 'email-twice' | 'name-too-long'
}

export interface TypedLead {
  name?: string
  phone?: string
  email?: string
  note?: string
  /** On which line the phone stood: the desk knows whether it can be called. */
  phoneLine?: number
}

/** Digits of any keyboard with what people write between them; long enough for a number, too long for a price. */
const phoneShape = /^[+(]?[\p{Nd}\s()./\p{Pd}\p{Cf}]{6,40}$/u
const fewestDigits = 6
/** The desk's limit. */
const longestName = 200

/**
 * Reads a lead as members type it: name, phone, e-mail and note, each on its own line, in any order. Phone and e-mail are
 * known by how they look; the first other line is the name, and what follows is the note.
 */
export function readNewLead(text: string): TypedLead | LineProblem {
  const lead: TypedLead = {}
  const others: { line: number; text: string }[] = []
  for (const [index, raw] of text.split('\n').entries()) {
    const line = raw.trim()
    const at = { line: index + 1, text: line }
    if (looksLikeEmail(line)) {
      if (!recognisableEmail(line)) return { ...at, why: 'email' }
      if (lead.email !== undefined) return { ...at, why: 'email-twice' }
      lead.email = line
    } else if (looksLikePhone(line)) {
      if (lead.phone !== undefined) return { ...at, why: 'phone-twice' }
      lead.phone = line
      lead.phoneLine = at.line
    } else if (line !== '') others.push(at)
  }
  const [name, ...note] = others
  if (name && name.text.length > longestName) return { ...name, why: 'name-too-long' }
  return {
    ...lead,
    ...(name ? { name: name.text } : {}),
    ...(note.length > 0 ? { note: note.map(({ text }) => text).join('\n') } : {}),
  }
}

/** A handle such as `@maria` and a sentence that has an address in it are none. */
const looksLikeEmail = (line: string): boolean => /^[^\s@]+@[^\s@]*$/.test(line)

const looksLikePhone = (line: string): boolean =>
  phoneShape.test(line) && line.replace(/[^\p{Nd}]/gu, '').length >= fewestDigits
