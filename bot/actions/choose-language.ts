import { DeskError } from '#core/errors.ts'
import { actorOf } from '../context.ts'
import { createVoice } from '../voice.ts'
import type { Action } from './action.ts'
import { changePressed } from './pressed-post.ts'

/** Speaks another language to the member from now on. */
export const chooseLanguage: Action = {
  verb: 'language',
  async run(ctx, [code = '']) {
    const { desk, words } = ctx.tools
    if (!words.languages.includes(code)) throw new DeskError('not-found', 'button-outdated')
    await desk.perform(actorOf(ctx), 'meetMember', { language: code })
    const voice = createVoice(words, code)
    const { say } = voice
    // Whatever follows in this update speaks it too, such as the menu of commands.
    ctx.voice = voice
    await changePressed(
      ctx,
      { html: say('language-chosen') },
      'language:',
      `language:${ctx.update.update_id}`,
    )
    return say('language-chosen')
  },
}
