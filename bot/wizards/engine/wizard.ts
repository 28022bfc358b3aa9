import type { Policy } from '#core/policy.ts'
import type { MemberContext } from '../../context.ts'
import type { Button, Face } from '../../posts/post-content.ts'

/** What a wizard is begun with: where it came from, what is known already. Kept with it, and never trusted. */
export type WizardArgs = Readonly<Record<string, string>>

/** How a wizard ends: by its last step, or before it. */
export type Ending = 'done' | 'cancelled' | 'left' | 'anew' | 'gone' | 'forbidden'

/** A dialogue of several steps. Adding one is a file beside index.ts and a line in it. */
export interface Wizard {
  /** In the database and in buttons: never changed. Small letters and dashes. */
  name: string
  /** Raised whenever its steps change: whoever is in it then begins anew, and is told so. */
  version: number
  /** Key of what it is called when it ends, such as "adding a lead". */
  calledBy: string
  /** Who may be in it; asked again at each step. */
  allowed: Policy
  /** It keeps each answer at once and goes on where it was: whoever leaves it for something else is not told that it ended. */
  resumes?: true
  /**
   * The steps, in order. This function is run anew for each answer: what happened before is not done again, its results
   * are remembered. So everything that looks, changes, or knows what time it is goes through `steps`.
   */
  run(steps: Steps, args: WizardArgs): Promise<void>
  /**
   * Puts away what it has kept elsewhere meanwhile. Done whenever it ends, however it ends, and maybe more than once.
   *
   * @param of on what it waited, where that stands apart from it
   */
  forget?(ctx: MemberContext, ending: Ending, of?: string): Promise<unknown>
}

export const defineWizard = (wizard: Wizard): Wizard => wizard

/** A button under a question: `choice` is what the answer says then, at most 30 of A-Z, a-z, 0-9, _ and -. */
export interface Choice {
  text: string
  choice: string
}

/** What a question looks like. The buttons to skip and to cancel are put below by themselves. */
export interface QuestionFace {
  html: string
  /** Choices, and buttons that do something of their own while the question waits. */
  choices?: (Choice | Button)[][]
  subjects?: string[]
}

export interface Question {
  face(ctx: MemberContext): QuestionFace | Promise<QuestionFace>
  /** What it takes besides its choices. */
  takes?: readonly ('text' | 'file' | 'contact')[]
  /** Whether it can be passed over: the answer is `skipped` then. */
  skip?: true
  /**
   * Whether what is written is a secret: its message is taken out of the chat before anything else, and once the wizard
   * waits again, nothing remembers it. So it is for the step that comes next, and gone after that.
   */
  secret?: true
}

export type WizardAnswer =
  | { kind: 'choice'; choice: string }
  | { kind: 'skipped' }
  | { kind: 'text'; text: string }
  /** `fileId` fetches it from Telegram; `size` in bytes. */
  | { kind: 'file'; fileId: string; name: string; mime: string; size: number }
  /** Somebody's contact, sent from an address book; `phone` as Telegram writes it. */
  | { kind: 'contact'; phone: string; name: string }

/** What the desk said to something: its result, or why not, as a plain sentence for the member. */
export type Attempt<Result> = { done: true; result: Result } | { done: false; problem: string; code: string }

/**
 * What the steps of a wizard are made of. Each is named; a name may come again. Results must be plain JSON, and come
 * back as JSON makes them, the first time too: a Date is a text.
 */
export interface Steps {
  /** Asks, and waits for the answer. */
  ask(name: string, question: Question): Promise<WizardAnswer>
  /**
   * Waits for a press on a post that stands apart from the wizard, such as one that news changes too. Its buttons are
   * `standingButton`s for `of`. They always work: pressed when the wizard is not here, they begin it with `of` first, so
   * it must be able to go on with that alone. What a press says is anything, since people can forge it. What else is
   * written meanwhile is the wizard's only where it `takes` that, and is for what it is for otherwise.
   */
  wait(name: string, standing: { of: string; takes?: Question['takes'] }): Promise<WizardAnswer>
  /** Says something that needs no answer: the end of a wizard, why an answer was not taken. */
  tell(name: string, face: (ctx: MemberContext) => Face | Promise<Face>): Promise<void>
  /**
   * Looks something up or changes something. `key` names this very step of this very update, for idempotency: the task
   * is done again with the same key when the process ended before its result was kept. A refusal of the desk ends the
   * wizard and is told.
   */
  do<Result>(name: string, task: (ctx: MemberContext, key: string) => Promise<Result>): Promise<Result>
  /** The same, where a refusal is something to go on from. */
  attempt<Result>(
    name: string,
    task: (ctx: MemberContext, key: string) => Promise<Result>,
  ): Promise<Attempt<Result>>
}
