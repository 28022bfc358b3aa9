import { DeskError } from '#core/errors.ts'
import { formParts } from '../channels/form-face.ts'
import { askFormPart } from '../dialogues/form-setting.ts'
import { actionOn } from './action.ts'

/** Asks for one of a form's settings; the answer sets it. */
export const setForm = actionOn('form-set', async (ctx, channelAccountId, [wanted]) => {
  const part = formParts.find((known) => known === wanted)
  if (!part) throw new DeskError('not-found', 'button-outdated')
  await askFormPart(ctx, channelAccountId, part)
  return undefined
})
