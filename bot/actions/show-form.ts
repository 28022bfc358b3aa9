import { tellFormSecret } from '../channels/tell-form-secret.ts'
import { actionOn } from './action.ts'

/** Tells a form's address, or Google's key, once more. */
export const showForm = actionOn('form-show', async (ctx, channelAccountId) => {
  await tellFormSecret(ctx, channelAccountId)
  return undefined
})
