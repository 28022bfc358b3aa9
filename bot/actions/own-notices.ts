import { DeskError } from '#core/errors.ts'
import { gatherings, manners, noticeKinds, noticePlaces, noticePresets } from '#core/notices/notice-choice.ts'
import { actorOf } from '../context.ts'
import { presets, sayManner, urgentKinds } from '../notice-choices/notices-face.ts'
import { showNotices } from '../notice-choices/show-notices.ts'
import type { Action } from './action.ts'
import { burst } from './burst.ts'

/** From elsewhere to what a member is told. */
export const showOwnNotices: Action = {
  verb: 'notices',
  async run(ctx) {
    await showNotices(ctx, burst(ctx.voice.now))
    return undefined
  },
}

/** How one kind of news comes, when what is put together comes, or where. */
export const setNotices: Action = {
  verb: 'notice-set',
  async run(ctx, [name, wanted]) {
    const kind = noticeKinds.find((one) => one === name)
    const manner = kind && manners.find((one) => one === wanted)
    const gather = name === 'gather' ? gatherings.find((one) => one === wanted) : undefined
    const place = name === 'place' ? noticePlaces.find((one) => one === wanted) : undefined
    const change = kind && manner ? { manners: { [kind]: manner } } : gather ? { gather } : place && { place }
    if (!change) throw new DeskError('not-found', 'button-outdated')
    await ctx.tools.desk.perform(actorOf(ctx), 'setOwnNotices', change)
    await showNotices(ctx, String(ctx.update.update_id))
    return kind && manner ? sayManner(ctx.voice.say, kind, manner) : undefined
  },
}

/** All kinds at once. */
export const setNoticePreset: Action = {
  verb: 'notice-preset',
  async run(ctx, [name]) {
    const preset = presets.find((one) => one === name)
    if (!preset) throw new DeskError('not-found', 'button-outdated')
    await ctx.tools.desk.perform(actorOf(ctx), 'setOwnNotices', { manners: noticePresets[preset] })
    await showNotices(ctx, String(ctx.update.update_id))
    return undefined
  },
}

/** Whether a kind rings in quiet hours and off shift too. */
export const setNoticeUrgent: Action = {
  verb: 'notice-urgent',
  async run(ctx, [name, wanted]) {
    const kind = urgentKinds.find((one) => one === name)
    if (!kind || (wanted !== 'on' && wanted !== 'off')) throw new DeskError('not-found', 'button-outdated')
    await ctx.tools.desk.perform(actorOf(ctx), 'setOwnNotices', { urgent: { [kind]: wanted === 'on' } })
    await showNotices(ctx, String(ctx.update.update_id))
    return undefined
  },
}
