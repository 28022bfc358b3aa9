import type { Button } from '../posts/post-content.ts'
import { standingButton } from '../wizards/engine/standing.ts'

/** A button of the post of a list that says something to the wizard. `choice` is one of `list-deeds.ts`. */
export const listButton = (text: string, short: string, choice: string): Button => ({
  text,
  data: standingButton('import', short, choice),
})
