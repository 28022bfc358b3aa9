import { z } from 'zod'
import { defineQuery } from '../command.ts'
import { canReadLeads } from '../policy.ts'
import { isOpen, type OfficeSpan } from './office-hours.ts'
import { readHoursOf } from './read-hours-of.ts'

export interface OfficeHoursView {
  timeZone: string
  /** Monday first; a day without spans is closed. */
  week: OfficeSpan[][]
  /** Whether any day has spans: if none has, the business is always open. */
  isSet: boolean
  /** Days from today on, such as 2026-12-25, in order. */
  holidays: string[]
  isOpenNow: boolean
}

/** When the business is open. */
export const readOfficeHours = defineQuery({
  input: z.object({}),
  allowed: canReadLeads,
  async run({ sql, organizationId, now }): Promise<OfficeHoursView> {
    const hours = await readHoursOf(sql, organizationId)
    const today = new Intl.DateTimeFormat('en-CA', { timeZone: hours.timeZone }).format(now)
    return {
      timeZone: hours.timeZone,
      week: [1, 2, 3, 4, 5, 6, 7].map((weekday) => [...(hours.days.get(weekday) ?? [])]),
      isSet: hours.days.size > 0,
      holidays: [...hours.holidays].filter((day) => day >= today).sort(),
      isOpenNow: isOpen(hours, now),
    }
  },
})
