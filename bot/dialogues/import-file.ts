import { answerBelow } from '../posts/answer-member.ts'
import type { Dialogue } from './dialogue.ts'

/** A text where a file was asked for: says so once more. */
export const importFile: Dialogue = {
  purpose: 'import-file',
  hear: (ctx) => answerBelow(ctx, 'import-file-text', ctx.voice.say('import-not-a-file')),
}
