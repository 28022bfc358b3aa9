import type { Context, NextFunction } from 'grammy'
import type { Words } from '#core/i18n.ts'
import type { Logger } from '#core/log.ts'
import { settlePress } from './settle-press.ts'

/** Buttons pressed outside of private chats, for example under a forwarded card: nothing happens, kindly. */
export const settleElsewhere =
  (words: Words, log: Logger) =>
  async (ctx: Context, next: NextFunction): Promise<void> => {
    if (!ctx.callbackQuery || ctx.chat?.type === 'private') return next()
    const say = words.in(ctx.from?.language_code)
    await settlePress(ctx, log, { text: say('press-elsewhere'), stay: true })
  }
