import { digestKinds } from '#core/digests/digest.ts'
import { DeskError } from '#core/errors.ts'
import { actorOf } from '../context.ts'
import { askQuestion } from '../dialogues/dialogue.ts'
import { digestTimes, quietSpans } from '../reminders/hours-face.ts'
import { showHours } from '../reminders/show-hours.ts'
import type { Action } from './action.ts'
import { burst } from './burst.ts'

/** From a digest to what it is set by. */
export const hours: Action = {
  verb: 'hours',
  async run(ctx) {
    await showHours(ctx, burst(ctx.voice.now))
    return undefined
  },
}

/** When a digest comes, or that it does not. */
export const setDigest: Action = {
  verb: 'digest-set',
  async run(ctx, [wanted, time = '']) {
    const kind = digestKinds.find((one) => one === wanted)
    const at = kind && digestTimes[kind].find((one) => one.replace(':', '') === time)
    if (!kind || (!at && time !== 'off')) throw new DeskError('not-found', 'button-outdated')
    const change = at ? { enabled: true, at } : { enabled: false }
    await ctx.tools.desk.perform(actorOf(ctx), 'setDigest', { kind, ...change })
    await showHours(ctx, String(ctx.update.update_id))
    return undefined
  },
}

/** When nothing comes by the clock. */
export const setQuiet: Action = {
  verb: 'quiet-set',
  async run(ctx, [name = '']) {
    const quiet = Object.hasOwn(quietSpans, name) ? quietSpans[name] : undefined
    if (!quiet) throw new DeskError('not-found', 'button-outdated')
    await ctx.tools.desk.perform(actorOf(ctx), 'setOwnHours', { quiet })
    await showHours(ctx, String(ctx.update.update_id))
    return undefined
  },
}

/** Asks for a time zone by its name. */
export const askTimeZone: Action = {
  verb: 'time-zone',
  async run(ctx) {
    const { say, now } = ctx.voice
    const question = { html: `🌍 ${say('time-zone-ask')}`, ask: say('time-zone-placeholder') }
    await askQuestion(ctx, 'time-zone', question, {}, `time-zone:${burst(now)}`)
    return undefined
  },
}
