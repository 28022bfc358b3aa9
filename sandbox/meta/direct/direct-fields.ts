import type { DirectNetwork } from './direct-account.ts'

/** The webhook fields an app may subscribe to, by network. What it did not subscribe to it is not told. */
export const directFields: Record<DirectNetwork, readonly string[]> = {
  instagram: [
    'comments',
    'live_comments',
    'mentions',
    'message_edit',
    'message_reactions',
    'messages',
    'messaging_handover',
    'messaging_optins',
    'messaging_postbacks',
    'messaging_referral',
    'messaging_seen',
    'standby',
    'story_insights',
  ],
  messenger: [
    'feed',
    'leadgen',
    'message_deliveries',
    'message_echoes',
    'message_edits',
    'message_reactions',
    'message_reads',
    'messages',
    'messaging_handovers',
    'messaging_optins',
    'messaging_policy_enforcement',
    'messaging_postbacks',
    'messaging_referrals',
    'standby',
  ],
}
