import type { Conversation } from '@grammyjs/conversations'
import type { Context } from 'grammy'
import { DeskError } from '#core/errors.ts'
import { accountOf, type MemberContext } from '../../context.ts'
import { sayError } from '../../error-words.ts'
import type { Telling } from './create-telling.ts'
import { readAnswer } from './read-answer.ts'
import type { Attempt, Question, Steps, WizardAnswer } from './wizard.ts'

/** What was remembered is of other steps than those that there are now. */
export class OtherSteps extends Error {}

/** Where the conversation puts the error that ended it: it keeps only copies, which have lost what they are. */
export interface Failure {
  error?: unknown
}

interface Remembered {
  name: string
  result: unknown
}

/** The steps of a wizard on a conversation of @grammyjs/conversations, which remembers what each came to. */
export function createSteps(
  conversation: Conversation<Context, Context>,
  ctx: MemberContext,
  telling: Telling,
  failure: Failure,
): Steps {
  let questions = 0
  let tasks = 0

  /** Does something once. Named, so that a version that asks in another order does not take one answer for another. */
  async function once<Result>(name: string, task: () => Result | Promise<Result>): Promise<Result> {
    const remembered: Remembered = await conversation.external(async () => {
      try {
        const result = await task()
        return { name, result: JSON.parse(JSON.stringify(result ?? null)) }
      } catch (error) {
        failure.error = error
        throw error
      }
    })
    if (remembered.name !== name) throw new OtherSteps(`${remembered.name} was remembered for ${name}.`)
    return remembered.result as Result
  }

  const perform = <Result>(task: (ctx: MemberContext, key: string) => Promise<Result>) => {
    tasks += 1
    return task(ctx, `wizard:${accountOf(ctx)}:${ctx.update.update_id}:${tasks}`)
  }

  /** The next update that says something to a question. */
  async function answerTo(name: string, takes: Question['takes'], choices: string[]): Promise<WizardAnswer> {
    for (;;) {
      const { update } = await conversation.wait()
      const answer = readAnswer(update, takes, choices)
      if (answer) return answer
      await once(`not an answer to ${name}`, () => telling.remind(sayTaken(ctx, takes)))
    }
  }

  return {
    async ask(name, question) {
      questions += 1
      const number = questions
      const choices = await once(`ask ${name}`, async () => {
        telling.ask(number, await question.face(ctx), question)
        return telling.open()?.choices ?? []
      })
      return answerTo(name, question.takes, choices)
    },
    async wait(name, { of, takes = [] }) {
      questions += 1
      const number = questions
      await once(`wait for ${name}`, () => telling.stand(number, of, takes))
      return answerTo(name, takes, [])
    },
    tell: (name, face) => once(`tell ${name}`, async () => telling.tell(await face(ctx))),
    do: (name, task) => once(`do ${name}`, () => perform(task)),
    attempt: <Result>(name: string, task: (ctx: MemberContext, key: string) => Promise<Result>) =>
      once<Attempt<Result>>(`attempt ${name}`, async () => {
        try {
          return { done: true, result: await perform(task) }
        } catch (error) {
          if (!(error instanceof DeskError)) throw error
          return { done: false, problem: sayError(ctx.voice.say, error), code: error.code }
        }
      }),
  }
}

/** What a question takes, for whoever answered it with something else. */
function sayTaken({ voice: { say } }: MemberContext, takes: readonly string[] = []): string {
  if (takes.includes('file')) return say('wizard-takes-file')
  return takes.includes('text') ? say('wizard-takes-text') : say('wizard-takes-choice')
}
