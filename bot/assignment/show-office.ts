import type { OfficeHoursView } from '#core/office-hours/read-office-hours.ts'
import { actorOf, type MemberContext } from '../context.ts'
import { holidaysFace, officeFace } from './office-faces.ts'
import { showPage } from './show-settings.ts'

export const readOffice = (ctx: MemberContext): Promise<OfficeHoursView> =>
  ctx.tools.desk.ask(actorOf(ctx), 'readOfficeHours', {})

/** Shows when the business is open. */
export const showOffice = async (ctx: MemberContext): Promise<void> =>
  showPage(ctx, officeFace(ctx.voice, await readOffice(ctx)))

/** Shows on which days it is closed. */
export const showHolidays = async (ctx: MemberContext): Promise<void> =>
  showPage(ctx, holidaysFace(ctx.voice, await readOffice(ctx)))
