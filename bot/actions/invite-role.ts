import { DeskError } from '#core/errors.ts'
import { longId } from '#core/new-id.ts'
import { invitedRoles } from '../team/member-face.ts'
import { beginWizard } from '../wizards/engine/begin-wizard.ts'
import type { Action } from './action.ts'

/** What buttons carry that asked for the role before there was a wizard for it. */
export const inviteRole: Action = {
  verb: 'invite',
  async run(ctx, [of = '']) {
    if (!longId(of) && !invitedRoles.some((role) => role === of)) {
      throw new DeskError('not-found', 'button-outdated')
    }
    await beginWizard(ctx, 'invite', { of })
    return undefined
  },
}
