import type { WantedFields } from '../meta/direct/mend-subscription.ts'

/** The kinds of webhook of an account that was connected with Instagram Login. */
export const instagramFields: WantedFields = {
  needed: [
    'messages',
    'messaging_postbacks',
    'messaging_seen',
    'message_reactions',
    'messaging_referral',
    'comments',
  ],
  welcome: ['live_comments', 'mentions', 'message_edit', 'messaging_handover', 'standby'],
}

/**
 * With Facebook Login the fields of Instagram are chosen once for the whole app, in its dashboard; what an account needs
 * is that its Page is subscribed to anything at all.
 */
export const fieldsOfLinkedPage: WantedFields = { needed: ['messages'], welcome: [] }
