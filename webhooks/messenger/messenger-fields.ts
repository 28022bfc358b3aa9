import type { WantedFields } from '../meta/direct/mend-subscription.ts'

/** The kinds of webhook of a Page that Messenger needs. */
export const messengerFields: WantedFields = {
  needed: [
    ...['messages', 'messaging_postbacks', 'message_echoes', 'message_deliveries', 'message_reads'],
    ...['message_reactions', 'messaging_referrals'],
  ],
  welcome: [
    ...['message_edits', 'messaging_optins', 'messaging_handovers', 'standby'],
    ...['messaging_policy_enforcement', 'feed'],
  ],
}
