import type { Fields } from '../fields.ts'
import type { WebhookOutbox } from '../webhook-outbox.ts'
import type { DirectAccount } from './direct-account.ts'

const objects = { instagram: 'instagram', messenger: 'page' } as const

/** Tells the product of events of one conversation, or of changes on an account, when it subscribed to that field. */
export interface DirectTeller {
  /** Each event in an entry of its own, as Meta packs them. */
  events(account: DirectAccount, field: string, events: readonly Fields[], about: About): void
  /** One entry with these `changes`, or with whatever `entry` holds in their place. */
  change(account: DirectAccount, field: string, entry: Fields, about: Pick<About, 'peer' | 'at'>): void
}

interface About {
  peer: string
  /** Milliseconds since the epoch. */
  at: number
  /** `standby` for an app that only listens because another one holds the conversation. */
  place?: 'messaging' | 'standby'
}

export function createDirectTeller(outbox: WebhookOutbox): DirectTeller {
  const send = (account: DirectAccount, field: string, entry: unknown[], peer: string) => {
    if (account.fields.includes(field))
      outbox.send(account, field, { object: objects[account.network], entry }, peer)
  }
  return {
    events(account, field, events, { peer, at, place = 'messaging' }) {
      const entries = events.map((event) => ({ time: at, id: account.id, [place]: [event] }))
      send(account, place === 'standby' ? 'standby' : field, entries, peer)
    },
    change(account, field, entry, { peer, at }) {
      send(account, field, [{ id: account.id, time: Math.floor(at / 1000), ...entry }], peer)
    },
  }
}
