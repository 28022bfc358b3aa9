import type { Kernel } from '../kernel.ts'
import type { FileStore } from './file-store.ts'
import type { InlineAnswer } from './inline-answer.ts'
import type { Params } from './params.ts'
import type { Presses } from './presses.ts'
import type { RateLimits } from './rate-limits.ts'
import type { Settings } from './telegram-options.ts'
import type { Updates } from './updates.ts'
import type { BotAccount, World } from './world.ts'

/** What every part of the simulator stands on. */
export interface Ground {
  kernel: Kernel
  settings: Settings
  world: World
  files: FileStore
  rates: RateLimits
  updates: Updates
  presses: Presses
  /** What people ask while typing `@bot`. */
  inlineQueries: Presses<InlineAnswer>
}

/** One call of a Bot API method by a bot. */
export interface MethodCall {
  ground: Ground
  bot: BotAccount
  params: Params
  /** Resolves when the caller hangs up. */
  gone: Promise<void>
}

/** Carries out a method and returns its `result`. Throws ApiError. */
export type Method = (call: MethodCall) => unknown
