import { DeskError } from '#core/errors.ts'
import { longId } from '#core/new-id.ts'
import type { MemberContext } from '../context.ts'

/** What a button does. Adding one is a file here and a line in index.ts. */
export interface Action {
  verb: string
  /**
   * @param parts what the button carries behind its verb: anything, since people can forge it
   * @returns what to tell over the button, plain and at most 200 characters
   */
  run(ctx: MemberContext, parts: string[]): Promise<string | undefined>
}

/** An action on one row, whose short id is the first part. What names no row is refused like a row of others. */
export function actionOn(
  verb: string,
  run: (ctx: MemberContext, id: string, rest: string[]) => Promise<string | undefined>,
): Action {
  return {
    verb,
    run(ctx, [short = '', ...rest]) {
      const id = longId(short)
      if (!id) throw new DeskError('not-found', 'button-outdated')
      return run(ctx, id, rest)
    },
  }
}
