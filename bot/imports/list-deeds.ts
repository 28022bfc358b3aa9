import type { commands } from '#core/commands.ts'
import type { InputOf } from '#core/desk.ts'
import { DeskError } from '#core/errors.ts'
import type { ContactImport } from '#core/imports/contact-import.ts'
import { columnTargets } from '#core/imports/fields.ts'
import { dateOrders } from '#core/imports/list-mapping.ts'
import { encodings } from '#core/imports/reading/list-format.ts'
import { actorOf, type MemberContext } from '../context.ts'
import type { Face } from '../posts/post-content.ts'
import { countryFace, mappingFace, pageOfColumn, targetFace } from './mapping-face.ts'
import { showBegun, showList } from './show-list.ts'

/** What a list waits for next: a press on its post, or the name of a country, which is written. */
export type Awaited = 'press' | 'country'

type Deed = (ctx: MemberContext, importId: string, ...parts: string[]) => Promise<Awaited>
type Change = InputOf<(typeof commands)['changeMapping']>['change']
type Format = InputOf<(typeof commands)['rereadList']>['format']

/** Everything that a button of the post of a list says while its member has the next word. */
const deeds: readonly [choice: RegExp, deed: Deed][] = [
  [
    /^columns-(\d{1,3})$/,
    (ctx, id, page) => view(ctx, id, (list) => mappingFace(ctx.voice, list, Number(page))),
  ],
  [/^column-(\d{1,3})$/, (ctx, id, at) => view(ctx, id, (list) => targetFace(ctx.voice, list, Number(at)))],
  [/^as-(\d{1,3})-(\w+)$/, mapColumn],
  [/^dates-(\w+)$/, (ctx, id, wanted) => change(ctx, id, { dateOrder: oneOf(dateOrders, wanted) })],
  [/^header-(yes|no)$/, (ctx, id, wanted) => reread(ctx, id, { hasHeader: wanted === 'yes' })],
  [/^encoding-([\w-]+)$/, (ctx, id, wanted) => reread(ctx, id, { encoding: oneOf(encodings, wanted) })],
  [/^country$/, (ctx, id) => view(ctx, id, (list) => countryFace(ctx.voice, list), 'country')],
  [/^check$/, (ctx, id) => step(ctx, id, 'checkImport')],
  [/^start$/, (ctx, id) => step(ctx, id, 'startImport')],
  [/^stop$/, (ctx, id) => step(ctx, id, 'cancelImport')],
]

/**
 * Does what a button of the post of a list says, and shows there what became of it.
 *
 * @throws DeskError button-outdated for what no button of ours says; what the desk refuses
 */
export async function doWithList(ctx: MemberContext, importId: string, choice: string): Promise<Awaited> {
  for (const [pattern, deed] of deeds) {
    const found = pattern.exec(choice)
    if (found) return deed(ctx, importId, ...found.slice(1))
  }
  throw new DeskError('not-found', 'button-outdated')
}

/** Says of which country the phones of a list are that have no plus. */
export const setCountry = (ctx: MemberContext, importId: string, written: string): Promise<Awaited> =>
  change(ctx, importId, { country: written.slice(0, 100) })

export const readList = (ctx: MemberContext, importId: string): Promise<ContactImport> =>
  ctx.tools.desk.ask(actorOf(ctx), 'readImport', { importId })

/** Of what people can forge; @throws DeskError button-outdated */
function oneOf<Word extends string>(words: readonly Word[], wanted: string | undefined): Word {
  const found = words.find((word) => word === wanted)
  if (found === undefined) throw new DeskError('not-found', 'button-outdated')
  return found
}

/** Shows another page of a list, while its columns can be said; else the list as it is. */
async function view(
  ctx: MemberContext,
  importId: string,
  face: (list: ContactImport) => Face,
  awaits: Awaited = 'press',
): Promise<Awaited> {
  const list = await readList(ctx, importId)
  const isOpen = list.state === 'mapping' || list.state === 'checked'
  await showList(ctx, list, isOpen ? face(list) : undefined)
  return isOpen ? awaits : 'press'
}

function mapColumn(ctx: MemberContext, importId: string, at = '', wanted = ''): Promise<Awaited> {
  const column = Number(at)
  return change(ctx, importId, { column, target: oneOf(columnTargets, wanted) }, pageOfColumn(column))
}

async function change(ctx: MemberContext, importId: string, change: Change, page = 0): Promise<Awaited> {
  const list = await ctx.tools.desk.perform(actorOf(ctx), 'changeMapping', { importId, change })
  await showList(ctx, list, mappingFace(ctx.voice, list, page))
  return 'press'
}

/** Has the file read in another way. */
async function reread(ctx: MemberContext, importId: string, format: Format): Promise<Awaited> {
  await ctx.tools.desk.perform(actorOf(ctx), 'rereadList', { importId, format })
  await showBegun(ctx, importId)
  return 'press'
}

async function step(
  ctx: MemberContext,
  importId: string,
  command: 'checkImport' | 'startImport' | 'cancelImport',
): Promise<Awaited> {
  await ctx.tools.desk.perform(actorOf(ctx), command, { importId })
  await showBegun(ctx, importId)
  return 'press'
}
