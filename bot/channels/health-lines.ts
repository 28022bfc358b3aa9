import { recordOf } from '#core/loose-json.ts'
import { sayFailure } from '../notices/failure-words.ts'
import { tellDuration } from '../text/tell-duration.ts'
import type { Voice } from '../voice.ts'
import { sayImport } from './import-words.ts'
import { isForm, isLeadSource } from './networks.ts'
import type { Channel } from './read-channel.ts'

/** How a channel works: what came, what went, what waits, and until when, a line of HTML each. */
export function healthLines(voice: Voice, channel: Channel): string[] {
  const { say } = voice
  const { network, lastInboundAt, lastOutboundAt, checkedAt, waiting, lostLeads } = channel
  const since = (at: Date | null) => (at ? ago(voice, at) : say('channel-never'))
  return [
    `📥 ${say('channel-last-inbound', { since: since(lastInboundAt) })}`,
    ...(isLeadSource(network)
      ? []
      : [
          `📤 ${say('channel-last-outbound', { since: since(lastOutboundAt) })}`,
          `📊 ${sayRate(voice, channel)}`,
          ...(waiting > 0 ? [`⏳ ${say('channel-waiting', { count: waiting })}`] : []),
        ]),
    ...(lostLeads > 0 ? [`⚠️ ${say('channel-lost-leads', { count: lostLeads })}`] : []),
    ...tokenLines(voice, channel),
    ...subscriptionLines(voice, channel),
    ...importLines(voice, channel),
    ...(checkedAt && !isForm(network)
      ? [`🔎 ${say('channel-checked', { since: ago(voice, checkedAt) })}`]
      : []),
  ]
}

const ago = ({ say, now }: Voice, at: Date) =>
  say('channel-ago', { since: tellDuration(say, Math.max(0, now.getTime() - at.getTime())) })

function sayRate({ say, language }: Voice, { ended, failed }: Channel): string {
  if (ended === 0) return say('channel-rate-none')
  const rate = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 1 })
  return say('channel-rate', { failed, count: ended, rate: rate.format(failed / ended) })
}

const day = { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' } as const

function tokenLines({ say, now, language }: Voice, { tokenExpiresAt }: Channel): string[] {
  if (!tokenExpiresAt) return []
  const left = tokenExpiresAt.getTime() - now.getTime()
  if (left <= 0) return [`🔑 ${say('channel-token-ended')}`]
  const date = new Intl.DateTimeFormat(language, day).format(tokenExpiresAt)
  return [`🔑 ${say('channel-token-ends', { date, left: tellDuration(say, left) })}`]
}

const subscriptionKeys: Record<string, string> = {
  subscribed: 'channel-subscribed',
  mended: 'channel-subscription-mended',
  missing: 'channel-subscription-missing',
  unknown: 'channel-subscription-unknown',
}

function subscriptionLines({ say }: Voice, { subscription, network }: Channel): string[] {
  const key = subscriptionKeys[subscription ?? '']
  return key && !isForm(network) ? [`📨 ${say(key)}`] : []
}

function importLines({ say }: Voice, { facts }: Channel): string[] {
  const told = recordOf(facts.import)
  const phases = Object.values(recordOf(told.phases)).filter((value) => typeof value === 'number')
  const failure = recordOf(told.failure)
  if (typeof failure.code === 'string' && typeof failure.title === 'string') {
    return [`🗄 ${say('import-failed')}\n${sayFailure(say, { code: failure.code, title: failure.title })}`]
  }
  return phases.length > 0 ? [`🗄 ${sayImport(say, Math.max(...phases))}`] : []
}
