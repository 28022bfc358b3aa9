import type { Context } from 'grammy'
import type { BotTools } from '../context.ts'
import { settlePress } from './settle-press.ts'

/** Buttons pressed where the bot does not work, for example under a forwarded card: nothing happens, kindly. */
export async function settleElsewhere(ctx: Context, { words, log }: BotTools): Promise<void> {
  const say = words.in(ctx.from?.language_code)
  await settlePress(ctx, log, { text: say('press-elsewhere'), stay: true })
}
