import type { Action } from './action.ts'
import { changeRefusal, findPressed } from './pressed-draft.ts'

/** Back to the ways that a refusal offers. */
export const refused: Action = {
  verb: 'refused',
  async run(ctx) {
    const { content } = await findPressed(ctx)
    const { html, buttons = [] } = content
    await changeRefusal(ctx, { html, buttons })
    return undefined
  },
}
