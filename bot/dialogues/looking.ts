import { lead } from '../commands/lead.ts'
import { showFound } from '../search/show-found.ts'
import type { Dialogue } from './dialogue.ts'

/** What to search for: the menu sends a command alone, and nobody should have to type it again. */
export const find: Dialogue = {
  purpose: 'find',
  hear: (ctx, text) => showFound(ctx, text),
}

/** The number of a lead, as `/lead` takes it. */
export const leadNumber: Dialogue = {
  purpose: 'lead-number',
  hear: (ctx, text) => lead.run(ctx, text.trim()),
}
