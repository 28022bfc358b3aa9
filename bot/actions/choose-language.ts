import { DeskError } from '#core/errors.ts'
import { botCommands } from '../commands/index.ts'
import { showMenu } from '../commands/show-menu.ts'
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
    await showMenu(ctx, botCommands, voice)
    await changePressed(
      ctx,
      { html: say('language-chosen') },
      'language:',
      `language:${ctx.update.update_id}`,
    )
    return say('language-chosen')
  },
}
