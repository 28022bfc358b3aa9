import { cleanText } from '#core/clean-text.ts'

/** Marks that embed or override the direction of text: a name may not turn the sentence around it. */
const directionMarks = /[\u202A-\u202E\u2066-\u2069]/g

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** What people wrote, as plain text that cannot disturb what stands around it. */
export const tame = (text: string): string => cleanText(text).replace(directionMarks, '')

/** What people wrote, for use inside Telegram's HTML, also in attributes. */
export const escapeHtml = (text: string): string => escapeSigns(tame(text))

/** The same for a whole sentence of ours, whose marks around foreign words stay. */
export const escapeSigns = (text: string): string => text.replace(/[&<>"]/g, (sign) => entities[sign] ?? sign)
