import type { Wizard } from './engine/wizard.ts'
import { invite } from './invite.ts'

/** Every wizard. */
export const wizards: readonly Wizard[] = [invite]
