import { z } from 'zod'

/** The question that waits for an answer: which, and as which post it is shown. */
const openQuestion = z.object({
  /** Counted from 1, as the wizard asked. */
  number: z.number().int(),
  postKey: z.string(),
  html: z.string(),
  /** What its buttons say. */
  choices: z.array(z.string()),
  secret: z.boolean().default(false),
  /** Where no post of its own shows it: on what it waits, and what it takes besides presses. */
  standing: z.object({ of: z.string(), takes: z.array(z.string()) }).exactOptional(),
})
export type OpenQuestion = z.output<typeof openQuestion>

/** A wizard between two updates, as it lies in the database. */
export const wizardData = z.object({
  /** Names this run of it, so that a button of an earlier one is known. */
  run: z.string(),
  args: z.record(z.string(), z.string()),
  question: openQuestion.nullable(),
  /** What @grammyjs/conversations goes on from. */
  conversation: z.object({
    args: z.string().optional(),
    replay: z.object({ send: z.array(z.any()), receive: z.array(z.any()) }),
    interrupts: z.array(z.number()),
  }),
})
export type WizardData = z.output<typeof wizardData>
