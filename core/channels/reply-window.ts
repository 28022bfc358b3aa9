/**
 * Until when free text may be sent to a person.
 *
 * @param lastInboundAt when the person last wrote, by the network's clock
 * @param hours the network's window; undefined when it has none
 * @returns null when there is no limit; a date in the past when the window is closed; the epoch when the person
 *   never wrote
 */
export function replyWindowEnd(lastInboundAt: Date | null, hours: number | undefined): Date | null {
  if (hours === undefined) return null
  if (!lastInboundAt) return new Date(0)
  return new Date(lastInboundAt.getTime() + hours * 3_600_000)
}
