import { DeskError } from '#core/errors.ts'
import type { ContactImport } from '#core/imports/contact-import.ts'
import { columnTargets } from '#core/imports/fields.ts'
import { dateOrders } from '#core/imports/list-mapping.ts'
import { encodings } from '#core/imports/reading/list-format.ts'
import { actorOf, type MemberContext } from '../context.ts'
import { askQuestion } from '../dialogues/dialogue.ts'
import { mappingFace, pageOfColumn, targetFace } from '../imports/mapping-face.ts'
import { showBegun, showList } from '../imports/show-list.ts'
import { actionOn } from './action.ts'
import { burst } from './burst.ts'

export const readList = (ctx: MemberContext, importId: string): Promise<ContactImport> =>
  ctx.tools.desk.ask(actorOf(ctx), 'readImport', { importId })

const numberOf = (word = ''): number => (/^\d{1,3}$/.test(word) ? Number(word) : 0)

/** Of what people can forge; @throws DeskError button-outdated */
function oneOf<Word extends string>(words: readonly Word[], wanted: string | undefined): Word {
  const found = words.find((word) => word === wanted)
  if (found === undefined) throw new DeskError('not-found', 'button-outdated')
  return found
}

/** The columns of a list, page by page; also of one that was checked already. */
export const listColumns = actionOn('list-columns', async (ctx, importId, [page]) => {
  const list = await readList(ctx, importId)
  const isOpen = list.state === 'mapping' || list.state === 'checked'
  await showList(ctx, list, isOpen ? mappingFace(ctx.voice, list, numberOf(page)) : undefined)
  return undefined
})

/** What one column can be. */
export const listColumn = actionOn('list-column', async (ctx, importId, [column]) => {
  const list = await readList(ctx, importId)
  const isOpen = list.state === 'mapping' || list.state === 'checked'
  await showList(ctx, list, isOpen ? targetFace(ctx.voice, list, numberOf(column)) : undefined)
  return undefined
})

/** Says what a column is. */
export const listTarget = actionOn('list-target', async (ctx, importId, [place, wanted]) => {
  const [column, target] = [numberOf(place), oneOf(columnTargets, wanted)]
  const change = { column, target }
  const list = await ctx.tools.desk.perform(actorOf(ctx), 'changeMapping', { importId, change })
  await showList(ctx, list, mappingFace(ctx.voice, list, pageOfColumn(column)))
  return undefined
})

/** In which order the dates of a list are written. */
export const listDates = actionOn('list-dates', async (ctx, importId, [wanted]) => {
  const change = { dateOrder: oneOf(dateOrders, wanted) }
  await showList(ctx, await ctx.tools.desk.perform(actorOf(ctx), 'changeMapping', { importId, change }))
  return undefined
})

/** Has the file read in another way. */
export const listRead = actionOn('list-read', async (ctx, importId, [what, wanted]) => {
  const format = what === 'header' ? { hasHeader: wanted === 'yes' } : { encoding: oneOf(encodings, wanted) }
  await ctx.tools.desk.perform(actorOf(ctx), 'rereadList', { importId, format })
  await showBegun(ctx, importId)
  return undefined
})

/** Asks of which country the phones are that have no plus. */
export const listCountry = actionOn('list-country', async (ctx, importId) => {
  const { say, now } = ctx.voice
  await readList(ctx, importId)
  const question = { html: say('import-country-ask'), ask: say('import-country-placeholder') }
  await askQuestion(ctx, 'import-country', question, { importId }, `import-country:${importId}:${burst(now)}`)
  return undefined
})
