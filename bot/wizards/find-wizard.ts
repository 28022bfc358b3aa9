import type { Wizard } from './engine/wizard.ts'
import { wizards } from './index.ts'

/** A wizard by its name. Looked up when it is needed: the list is of files that may begin each other. */
export const findWizard = (name: string): Wizard | undefined => wizards.find((wizard) => wizard.name === name)
