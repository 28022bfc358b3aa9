import { z } from 'zod'
import { DeskError } from '#core/errors.ts'
import { readSpans } from '../assignment/read-spans.ts'
import { showHolidays, showOffice } from '../assignment/show-office.ts'
import { actorOf } from '../context.ts'
import { readWhen } from '../reminders/read-when.ts'
import { tame } from '../text/escape-html.ts'
import type { Dialogue } from './dialogue.ts'

const gatheredOf = z.object({ weekdays: z.array(z.number().int().min(1).max(7)).min(1) })

/** The hours of some weekdays, in words. */
export const officeHours: Dialogue = {
  purpose: 'office-hours',
  async hear(ctx, text, gathered) {
    const read = gatheredOf.safeParse(gathered)
    if (!read.success) throw new DeskError('not-found', 'button-outdated')
    const spans = readSpans(tame(text))
    if (!spans) throw new DeskError('invalid', 'hours-unreadable')
    await ctx.tools.desk.perform(actorOf(ctx), 'setOfficeHours', { weekdays: read.data.weekdays, spans })
    await showOffice(ctx)
  },
}

/** The time zone of the business, such as Africa/Cairo. */
export const officeZone: Dialogue = {
  purpose: 'office-zone',
  async hear(ctx, text) {
    const timeZone = tame(text).trim().replace(/\s+/g, '_').slice(0, 60)
    await ctx.tools.desk.perform(actorOf(ctx), 'setOfficeHours', { timeZone })
    await showOffice(ctx)
  },
}

/** A day on which the business is closed: as 2026-12-25, or in words. */
export const holiday: Dialogue = {
  purpose: 'holiday',
  async hear(ctx, text) {
    const { timeZone } = await ctx.tools.desk.ask(actorOf(ctx), 'readOfficeHours', {})
    const words = tame(text).trim().slice(0, 100)
    const day = isDay(words) ? words : dayIn(words, ctx.voice.language, ctx.voice.now, timeZone)
    if (!day) throw new DeskError('invalid', 'day-unreadable')
    await ctx.tools.desk.perform(actorOf(ctx), 'setOfficeHours', { addHolidays: [day] })
    await showHolidays(ctx)
  },
}

const isDay = (words: string): boolean => z.iso.date().safeParse(words).success

function dayIn(words: string, language: string, now: Date, timeZone: string): string | undefined {
  const found = readWhen(words, language, { now, timeZone })
  return found && new Intl.DateTimeFormat('en-CA', { timeZone }).format(found.at)
}
