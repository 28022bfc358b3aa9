import type { Fault } from '../kernel.ts'
import type { Answer } from './post-json.ts'

export interface Outcome {
  answer: Answer
  /** False: to be tried again. */
  done: boolean
}

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms).unref())

const lost = (error: string): Outcome => ({ answer: { status: 0, body: '', error }, done: false })
const judge = (answer: Answer): Outcome => ({ answer, done: answer.status >= 200 && answer.status < 300 })

/**
 * Makes one delivery go as the fault wants it: well, twice, late, unheard, or with an answer that the
 * product never gave.
 * `post` is the real delivery and may be called any number of times. Holding back for disorder is the
 * caller's.
 */
export async function deliverThroughFault(
  fault: Fault | undefined,
  post: () => Promise<Answer>,
): Promise<Outcome> {
  if (!fault) return judge(await post())
  switch (fault.kind) {
    case 'drop':
      return { answer: { status: 0, body: '' }, done: true }
    case 'duplicate': {
      const answers = await Promise.all(Array.from({ length: fault.copies ?? 2 }, () => post()))
      return judge(answers.find((answer) => answer.status < 300) ?? { status: 0, body: '' })
    }
    case 'slow':
      await pause(fault.delayMs ?? 1_000)
      return judge(await post())
    case 'slow-answer': {
      const answer = await post()
      await pause(fault.delayMs ?? 1_000)
      return judge(answer)
    }
    case 'accept-then-reset':
      await post()
      return lost('Connection reset by peer')
    case 'hang':
      await pause(fault.delayMs ?? 65_000)
      return lost('Read timeout expired')
    default: {
      const statuses: Record<string, number> = { 'http-429': 429, 'http-500': 500, 'http-502-html': 502 }
      const retryAfter = fault.kind === 'http-429' ? { retryAfterSeconds: fault.retryAfterSeconds ?? 1 } : {}
      return {
        answer: { status: statuses[fault.kind] ?? fault.status ?? 500, body: '', ...retryAfter },
        done: false,
      }
    }
  }
}
