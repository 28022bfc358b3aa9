import type { Words } from '#core/i18n.ts'
import { type LeadStatus, leadStatuses } from '#core/leads/lead.ts'
import { sayStatus } from './words-of-lead.ts'

/** A status as a member named it, and what he said behind it. */
export interface NamedStatus {
  status: LeadStatus
  rest: string
}

const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}]/gu, '')
    .toLowerCase()
    .replace(/[\s_-]+/g, ' ')

/**
 * Reads the status that words begin with, in whichever language the desk speaks: `lost too expensive`, `à relancer`.
 * The longest name counts; undefined where they begin with none.
 */
export function readStatus(words: Words, typed: string): NamedStatus | undefined {
  const parts = typed.trim().split(/\s+/)
  const names = new Map<string, LeadStatus>(
    leadStatuses.flatMap((status) => [
      [plain(status), status] as const,
      ...words.languages.map((language) => [plain(sayStatus(words.in(language), status)), status] as const),
    ]),
  )
  for (let count = Math.min(parts.length, 4); count > 0; count -= 1) {
    const name = plain(parts.slice(0, count).join(' ')).replace(/[:,.]$/, '')
    const status = names.get(name)
    if (status) return { status, rest: parts.slice(count).join(' ') }
  }
  return undefined
}
