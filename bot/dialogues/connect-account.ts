import { DeskError } from '#core/errors.ts'
import { mustManageChannels } from '../channels/must-manage-channels.ts'
import { askAccess } from '../connect/ask-access.ts'
import { readAccountId } from '../connect/read-account-id.ts'
import { takeToken } from '../connect/take-token.ts'
import { wantedAccount } from '../connect/wanted-account.ts'
import type { MemberContext } from '../context.ts'
import type { Dialogue, Gathered } from './dialogue.ts'

/** Which account is to be connected; then its token is asked for. */
export const connectAccount: Dialogue = {
  purpose: 'connect-account',
  async hear(ctx, text, gathered) {
    const wanted = read(ctx, gathered)
    const id = readAccountId(wanted.network, text)
    if (id) return askAccess(ctx, { ...wanted, ...id })
    await askAccess(ctx, wanted, { problem: ctx.voice.say('connect-account-unreadable') })
  },
}

/** The token itself: nothing of it is gathered. */
export const connectToken: Dialogue = {
  purpose: 'connect-token',
  hear: (ctx, text, gathered) => takeToken(ctx, read(ctx, gathered), text),
}

function read(ctx: MemberContext, gathered: Gathered) {
  mustManageChannels(ctx)
  const wanted = wantedAccount.safeParse(gathered)
  if (!wanted.success) throw new DeskError('not-found', 'button-outdated')
  return wanted.data
}
