/** What `deriveId` and the readers of changes make up, and the ids of comments on either network. */
const derived = /^(postback|referral|optin|lead|reaction):|:(deleted|removed)$|:(edit|reaction):/
const comment = /^\d+(_\d+)?$/

/**
 * Whether an external id is Meta's own id of a direct message. Only such a one can be quoted or reacted to: asked to
 * quote anything else, Meta refuses the whole answer.
 */
export function isMid(externalId: string): boolean {
  return !derived.test(externalId) && !comment.test(externalId)
}
