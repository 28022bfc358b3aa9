import { z } from 'zod'
import { DeskError } from '#core/errors.ts'
import { actorOf } from '../context.ts'
import { showList } from '../imports/show-list.ts'
import type { Dialogue } from './dialogue.ts'

const gatheredInput = z.object({ importId: z.uuid() })

/** Of which country the phones of a list are. */
export const importCountry: Dialogue = {
  purpose: 'import-country',
  async hear(ctx, text, gathered) {
    const known = gatheredInput.safeParse(gathered)
    if (!known.success) throw new DeskError('not-found', 'button-outdated')
    const { importId } = known.data
    const change = { country: text.slice(0, 100) }
    const list = await ctx.tools.desk.perform(actorOf(ctx), 'changeMapping', { importId, change })
    await showList(ctx, list)
  },
}
