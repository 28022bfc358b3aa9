import { DeskError } from '#core/errors.ts'
import { officeDayFace, sayDays, spanChoices, weekdaysOf } from '../assignment/office-faces.ts'
import { readOffice, showHolidays, showOffice } from '../assignment/show-office.ts'
import { readOverview, showPage } from '../assignment/show-settings.ts'
import { actorOf, type MemberContext } from '../context.ts'
import { askQuestion } from '../dialogues/dialogue.ts'
import type { Action } from './action.ts'
import { burst } from './burst.ts'

const outdated = () => new DeskError('not-found', 'button-outdated')

function daysIn(name: string): number[] {
  const weekdays = weekdaysOf(name)
  if (!weekdays) throw outdated()
  return weekdays
}

/** When the business is open. */
export const openOffice: Action = {
  verb: 'office',
  async run(ctx) {
    await showOffice(ctx)
    return undefined
  },
}

/** The hours of one day, or of several at once. */
export const officeDay: Action = {
  verb: 'office-day',
  async run(ctx, [name = '']) {
    await showPage(ctx, officeDayFace(ctx.voice, name, daysIn(name), await readOffice(ctx)))
    return undefined
  },
}

/** Sets the hours of those days. */
export const setOffice: Action = {
  verb: 'office-set',
  async run(ctx, [name = '', choice = '']) {
    const weekdays = daysIn(name)
    const spans = Object.hasOwn(spanChoices, choice) ? spanChoices[choice] : undefined
    if (!spans) throw outdated()
    await ctx.tools.desk.perform(actorOf(ctx), 'setOfficeHours', { weekdays, spans })
    await showOffice(ctx)
    return ctx.voice.say('toast-kept')
  },
}

/** Asks for other hours, in words. */
export const askOffice: Action = {
  verb: 'office-ask',
  async run(ctx, [name = '']) {
    const weekdays = daysIn(name)
    await mustManage(ctx)
    const { say } = ctx.voice
    const question = {
      html: `🕘 ${say('office-ask-hours', { days: sayDays(ctx.voice, name) })}`,
      ask: say('office-placeholder'),
    }
    await askQuestion(ctx, 'office-hours', question, { weekdays }, onceFor(ctx, `office-hours:${name}`))
    return undefined
  },
}

/** Asks for the time zone in which the hours are meant. */
export const askOfficeZone: Action = {
  verb: 'office-zone',
  async run(ctx) {
    await mustManage(ctx)
    const { say } = ctx.voice
    const question = { html: `🌍 ${say('office-ask-zone')}`, ask: say('time-zone-placeholder') }
    await askQuestion(ctx, 'office-zone', question, {}, onceFor(ctx, 'office-zone'))
    return undefined
  },
}

/** Days on which the business is closed. */
export const openHolidays: Action = {
  verb: 'holidays',
  async run(ctx) {
    await showHolidays(ctx)
    return undefined
  },
}

/** Asks for another such day. */
export const askHoliday: Action = {
  verb: 'holiday-ask',
  async run(ctx) {
    await mustManage(ctx)
    const { say } = ctx.voice
    const question = { html: `🎉 ${say('holiday-ask')}`, ask: say('holiday-placeholder') }
    await askQuestion(ctx, 'holiday', question, {}, onceFor(ctx, 'holiday'))
    return undefined
  },
}

/** Takes one away. */
export const holidayOff: Action = {
  verb: 'holiday-off',
  async run(ctx, [day = '']) {
    if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) throw outdated()
    await ctx.tools.desk.perform(actorOf(ctx), 'setOfficeHours', { removeHolidays: [day] })
    await showHolidays(ctx)
    return ctx.voice.say('toast-kept')
  },
}

/** Nobody is asked for what he may not change. The settings' own policy decides. */
const mustManage = async (ctx: MemberContext): Promise<unknown> => readOverview(ctx)

/** Quick presses on one message ask once. */
const onceFor = (ctx: MemberContext, name: string): string =>
  `${name}:${ctx.callbackQuery?.message?.message_id ?? 0}:${burst(ctx.voice.now)}`
