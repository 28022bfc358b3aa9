import { z } from 'zod'
import { formNetworks } from '#core/channels/form-settings.ts'
import { DeskError } from '#core/errors.ts'
import { channelsPrefix, readChannelPage } from '../channels/read-channel-page.ts'
import { tellFormSecret } from '../channels/tell-form-secret.ts'
import { actorOf } from '../context.ts'
import { ownOrigin } from '../messages/own-origin.ts'
import { answerMember } from '../posts/answer-member.ts'
import { cutLine } from '../text/cut-text.ts'
import { tame } from '../text/escape-html.ts'
import type { Dialogue } from './dialogue.ts'

const gatheredOf = z.object({ network: z.enum(formNetworks) })

/** The name of a new form: makes it, tells its address, and shows its page, where the rest is set. */
export const newForm: Dialogue = {
  purpose: 'new-form',
  async hear(ctx, text, gathered) {
    const read = gatheredOf.safeParse(gathered)
    if (!read.success) throw new DeskError('not-found', 'button-outdated')
    const name = cutLine(tame(text), 60)
    const origin = ownOrigin(ctx, ctx.msg?.message_id ?? 0)
    const added = await ctx.tools.desk.perform(actorOf(ctx), 'addForm', { ...read.data, name, origin })
    await tellFormSecret(ctx, added.channelAccountId)
    const key = `${channelsPrefix}${ctx.update.update_id}`
    await answerMember(ctx, 'channels', await readChannelPage(ctx, added.channelAccountId), { key })
  },
}
