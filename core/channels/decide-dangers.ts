import type { AccountCheck } from './channel-port.ts'
import type { Danger } from './endanger-channel.ts'

/** What the last hour's sending looked like. */
export interface RecentSends {
  ended: number
  failed: number
}

/** Owners want to renew a token at leisure, not on the day it ends. */
const warnDays = 7
const dayMs = 86_400_000
/** Fewer sends say nothing about a channel. */
const fewest = 10

/** Decides, from a check and from what was sent lately, what threatens a channel. */
export function decideDangers(check: AccountCheck, recent: RecentSends, now: Date): Danger[] {
  const dangers: Danger[] = [...check.dangers]
  const { tokenExpiresAt } = check
  if (tokenExpiresAt && tokenExpiresAt.getTime() - now.getTime() < warnDays * dayMs) {
    const day = tokenExpiresAt.toISOString().slice(0, 10)
    dangers.push({ code: 'token-expires', title: 'The access token ends soon', detail: day })
  }
  if (check.subscription === 'missing') {
    dangers.push({ code: 'not-subscribed', title: 'The network does not deliver messages to this desk' })
  }
  if (recent.ended >= fewest && recent.failed * 2 > recent.ended) {
    const detail = `${recent.failed} of ${recent.ended}`
    dangers.push({ code: 'many-failures', title: 'Most messages of the last hour could not be sent', detail })
  }
  return dangers.map((danger) => ({ ...danger, checked: true }))
}
