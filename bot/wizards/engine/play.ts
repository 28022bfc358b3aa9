import {
  type Conversation,
  type ConversationState,
  enterConversation,
  resumeConversation,
} from '@grammyjs/conversations'
import type { Context } from 'grammy'
import { DeskError } from '#core/errors.ts'
import type { NewPost } from '#core/posts/post.ts'
import type { MemberContext } from '../../context.ts'
import { sayError } from '../../error-words.ts'
import { traceRefusal } from '../../middleware/trace-refusal.ts'
import { escapeSigns } from '../../text/escape-html.ts'
import { createSteps, type Failure, OtherSteps } from './create-steps.ts'
import { createTelling, type Telling } from './create-telling.ts'
import { forgetSecret } from './forget-secret.ts'
import { slimUpdate } from './slim-update.ts'
import type { Wizard, WizardArgs } from './wizard.ts'
import type { WizardData } from './wizard-data.ts'

/** Where an update has brought a wizard. `data` null: it has come to its end. */
export interface Played {
  data: WizardData | null
  posts: NewPost[]
}

/** Begins a wizard: up to its first question. */
export const begin = (ctx: MemberContext, wizard: Wizard, args: WizardArgs): Promise<Played> =>
  play(ctx, wizard, { run: ctx.update.update_id.toString(36), args, question: null }, undefined)

/**
 * Goes on with an answer.
 *
 * @throws OtherSteps when what it remembers does not fit its steps
 */
export const goOn = (ctx: MemberContext, wizard: Wizard, data: WizardData): Promise<Played> =>
  play(ctx, wizard, data, structuredClone(data.conversation) as ConversationState)

type Base = Parameters<typeof resumeConversation>[1]
type Place = Pick<WizardData, 'run' | 'args' | 'question'>

/**
 * Runs the steps as far as they go. The library's own middleware is not used: it forgets a conversation whose step
 * failed, where we need the update to be heard again, and it has no way to keep a state only if nobody else did.
 */
async function play(
  ctx: MemberContext,
  wizard: Wizard,
  { run, args, question }: Place,
  state: ConversationState | undefined,
): Promise<Played> {
  const telling = createTelling(ctx, run, question)
  const failure: Failure = {}
  const builder = (conversation: Conversation<Context, Context>) =>
    wizard.run(createSteps(conversation, ctx, telling, failure), args)
  // The two packages disagree only on whether an option that is not set is missing or undefined.
  const base = { update: slimUpdate(ctx), api: ctx.api, me: ctx.me } as Base
  const result = state
    ? await resumeConversation<Context, Context>(builder, base, state, { ctx })
    : await enterConversation<Context, Context>(builder, base, { ctx })
  switch (result.status) {
    case 'handled': {
      const { interrupts } = result
      const replay = question?.secret ? forgetSecret(result.replay, ctx.update.update_id) : result.replay
      const conversation = { replay, interrupts }
      return { data: { run, args, question: telling.open(), conversation }, posts: telling.posts }
    }
    case 'complete':
      return ended(ctx, wizard, telling)
    case 'skipped':
      throw new Error(`The wizard ${wizard.name} let an update go by.`)
    case 'error':
      return told(ctx, wizard, telling, failure.error ?? result.error)
  }
}

async function ended(ctx: MemberContext, wizard: Wizard, telling: Telling): Promise<Played> {
  await wizard.forget?.(ctx, 'done')
  telling.end()
  return { data: null, posts: telling.posts }
}

/** A refusal of the desk that the wizard did not expect ends it; any other error is not its end. */
async function told(ctx: MemberContext, wizard: Wizard, telling: Telling, error: unknown): Promise<Played> {
  if (error instanceof DeskError) {
    await traceRefusal(ctx, `wizard:${wizard.name}`, error)
    telling.tell({ html: `⚠️ ${escapeSigns(sayError(ctx.voice.say, error))}` })
    return ended(ctx, wizard, telling)
  }
  if (error instanceof Error && error.message.startsWith('Bad replay')) throw new OtherSteps(error.message)
  throw error
}
