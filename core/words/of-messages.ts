/* Which sentences of `locales/` say what messages are, where a network has words of its own for it. */

/** A call of the customer's, by its event. */
export const callKeys: Record<string, string> = {
  connect: 'message-call-rings',
  ringing: 'message-call-rings',
  accepted: 'message-call-accepted',
  rejected: 'message-call-rejected',
}

/** A call of the business's. */
export const ownCallKeys: Record<string, string> = {
  connect: 'message-call-out',
  ringing: 'message-call-out',
  accepted: 'message-call-out-accepted',
  rejected: 'message-call-out-rejected',
}

/** What was passed on, by the network's word for it. */
export const shareKeys: Record<string, string> = {
  post: 'message-share-post',
  ig_post: 'message-share-post',
  reel: 'message-share-reel',
  ig_reel: 'message-share-reel',
  story: 'message-share-story',
  ig_story: 'message-share-story',
  link: 'message-share-link',
}

/** What a network says about the person, by its event. */
export const systemKeys: Record<string, string> = {
  request_welcome: 'message-system-welcome',
  user_changed_number: 'message-system-number',
  customer_changed_number: 'message-system-number',
  user_changed_user_id: 'message-system-number',
  customer_identity_changed: 'message-system-identity',
  start: 'message-system-start',
  referral: 'message-system-referral',
  optin: 'message-system-optin',
  appointment_booking: 'message-system-appointment',
}

/** What one should know of a message before one reads or answers it, by the field of its data that says so. */
export const markKeys: Record<string, string> = {
  forwarded: 'message-forwarded',
  automatic: 'message-automatic',
  standby: 'message-standby',
  test: 'message-test',
}
