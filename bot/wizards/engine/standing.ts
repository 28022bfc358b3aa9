import type { RunningWizard } from '#core/wizards/read-wizard.ts'
import { callbackData } from '../../callback-data.ts'
import { wizardData } from './wizard-data.ts'

/** The verb of the buttons of posts that stand apart from the wizard that they are for. */
export const standingVerb = 'stand'

/** What such a button carries. `of`: what the post is about; `choice` as below a question. */
export const standingButton = (wizard: string, of: string, choice: string): string =>
  callbackData(standingVerb, wizard, of, choice)

/** On what a wizard waits that stands apart from it, and what it takes besides presses. */
export function standingOf(running: RunningWizard | null): { of: string; takes: string[] } | undefined {
  const data = wizardData.safeParse(running?.state)
  return data.success ? data.data.question?.standing : undefined
}
