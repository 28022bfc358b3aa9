/** What is known of a person's latest lead when a message comes in. */
export interface LatestLead {
  id: string
  closedAt: Date | null
}

/** How long after closing a lead the person's messages still belong to it: a "thank you" is no new interest. */
export const afterglowHours = 72

/**
 * Decides which lead a message belongs to: the open one; the one that was closed within the last 72 hours before the
 * message; or a new one.
 */
export function decideLead(latest: LatestLead | undefined, sentAt: Date): { join: string } | 'open' {
  if (!latest) return 'open'
  if (!latest.closedAt) return { join: latest.id }
  const sinceClosing = sentAt.getTime() - latest.closedAt.getTime()
  return sinceClosing < afterglowHours * 3_600_000 ? { join: latest.id } : 'open'
}
