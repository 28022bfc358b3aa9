import type { Asked } from '#core/channels/channel-port.ts'

/** Templates and subscriptions belong to the WhatsApp Business Account, which is asked for when one connects. */
export const noBusinessAccount: Asked<never> = {
  outcome: 'gone',
  failure: {
    code: 'no-business-account',
    title: 'The id of the WhatsApp Business Account is not known',
  },
}
