import type { ChannelPort } from './channel-port.ts'

/** How long after it a comment may be answered privately, in hours. */
export const commentHours = 7 * 24

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

/** Until when what a person of the business wrote may still be sent; null when the network has no such longer time. */
export function humanAgentEnd(
  lastInboundAt: Date | null,
  { humanAgentHours }: Pick<ChannelPort, 'humanAgentHours'>,
): Date | null {
  return humanAgentHours === undefined ? null : replyWindowEnd(lastInboundAt, humanAgentHours)
}
