import type { NewPost } from '#core/posts/post.ts'
import { callbackData, readCallbackData } from '../../callback-data.ts'
import type { MemberContext } from '../../context.ts'
import type { Button, Face, PostContent } from '../../posts/post-content.ts'
import { privatePost } from '../../posts/private-post.ts'
import { skipChoice } from './read-answer.ts'
import type { Question, QuestionFace } from './wizard.ts'
import type { OpenQuestion } from './wizard-data.ts'

/** The verb of every button of a wizard's question, and the choice that ends the wizard. */
export const wizardVerb = 'wizard'
export const cancelChoice = 'cancel'

/**
 * Gathers what a wizard says because of one update, as posts that are kept together with how far it has come. What comes
 * first after a press takes the place of the pressed question; all else stands below. A question that was answered in
 * another way loses its buttons.
 */
export function createTelling(ctx: MemberContext, run: string, before: OpenQuestion | null, name = 'wizard') {
  const posts: NewPost[] = []
  let open = before
  /** The question that still shows its buttons, although it will not be asked any more. */
  let left = before
  const pressed = readCallbackData(ctx.callbackQuery?.data ?? '')?.verb === wizardVerb

  /** Keys are made of the update and of what it already said: hearing it again says the same under the same names. */
  const nextKey = () => `${name}:${ctx.update.update_id}:${posts.length}`

  function change(question: OpenQuestion, { subjects, ...face }: Face, urgency: 1 | 3): void {
    const content: PostContent = { method: 'edit', ...face }
    posts.push(
      privatePost(ctx.person.telegramUserId, nextKey(), content, {
        targetKey: question.postKey,
        mergeKey: `change:${question.postKey}`,
        urgency,
        ...(subjects ? { subjects } : {}),
      }),
    )
  }

  /** @returns the name of the post that shows it */
  function show({ subjects, ...face }: Face): string {
    if (pressed && left && !left.standing) {
      const { postKey } = left
      change(left, { ...face, ...(subjects ? { subjects } : {}) }, 1)
      left = null
      return postKey
    }
    const key = nextKey()
    const content: PostContent = { method: 'send', ...face, purpose: 'wizard' }
    posts.push(privatePost(ctx.person.telegramUserId, key, content, subjects ? { subjects } : {}))
    if (left) settle()
    return key
  }

  /** Takes the buttons from a question that is not asked any more. */
  function settle(): void {
    if (left && !left.standing) change(left, { html: left.html, buttons: [] }, 3)
    left = null
  }

  return {
    posts,
    /** The question that waits for an answer now. */
    open: () => open,
    tell(face: Face): void {
      open = null
      show(face)
    },
    ask(number: number, face: QuestionFace, question: Question): void {
      const { html, subjects } = face
      const buttons = buttonsOf(ctx, `${run}-${number}`, face, question)
      const postKey = show({ html, buttons, ...(subjects ? { subjects } : {}) })
      open = { number, postKey, html, choices: choicesOf(face, question), secret: question.secret === true }
    },
    /** Waits for what is said to a post that stands apart. */
    stand(number: number, of: string, takes: readonly string[]): void {
      settle()
      open = {
        number,
        postKey: '',
        html: '',
        choices: [],
        secret: false,
        standing: { of, takes: [...takes] },
      }
    },
    /** Says that the question is still open. */
    remind(html: string): void {
      const content: PostContent = { method: 'send', html, purpose: 'wizard' }
      posts.push(privatePost(ctx.person.telegramUserId, nextKey(), content))
    },
    end(): void {
      open = null
      settle()
    },
  }
}

export type Telling = ReturnType<typeof createTelling>

const choicesOf = ({ choices = [] }: QuestionFace, { skip }: Question): string[] => [
  ...choices.flat().flatMap((button) => ('choice' in button ? [button.choice] : [])),
  ...(skip ? [skipChoice] : []),
]

function buttonsOf(
  { voice: { say } }: MemberContext,
  place: string,
  { choices = [] }: QuestionFace,
  { skip }: Question,
): Button[][] {
  const press = (text: string, choice: string) => ({ text, data: callbackData(wizardVerb, place, choice) })
  return [
    ...choices.map((row) =>
      row.map((button) => ('choice' in button ? press(button.text, button.choice) : button)),
    ),
    [...(skip ? [press(say('wizard-skip'), skipChoice)] : []), press(say('button-cancel'), cancelChoice)],
  ]
}
