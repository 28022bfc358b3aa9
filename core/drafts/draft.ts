import { z } from 'zod'
import { cleanText } from '../clean-text.ts'

export const draftStates = ['waiting', 'sent', 'discarded', 'outdated'] as const
/** `outdated`: another draft has taken its place. */
export type DraftState = (typeof draftStates)[number]

/** What can become of a draft. */
export type DraftChange = 'written' | 'edited' | 'sent' | 'discarded'

/** In characters: with who wrote it, what was said since, and its buttons it is one message of the staff's network. */
export const longestDraft = 3_000

/** The words of a draft. */
export const draftText = z.string().transform(cleanText).pipe(z.string().trim().min(1).max(longestDraft))
