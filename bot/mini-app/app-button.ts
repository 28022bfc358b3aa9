import type { Say } from '#core/i18n.ts'
import { shortId } from '#core/new-id.ts'
import type { Button } from '../posts/post-content.ts'

/** Opens a lead in the Mini App, or the Mini App itself where none is named. It is shown only where it opens something. */
export const appButton = (say: Say, lead?: { id: string }): Button => ({
  text: say('button-mini-app'),
  app: lead ? `lead_${shortId(lead.id)}` : '',
})
