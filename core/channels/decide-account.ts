import type { NewEvent } from '../events.ts'
import type { AccountState, Network, NetworkFailure } from './inbound-item.ts'

/** A channel account as it stands. */
export interface StoredAccount {
  id: string
  network: Network
  account: string
  name: string
  state: 'active' | 'stopped'
  reason: NetworkFailure | null
  settings: Record<string, string>
  /** The network's own time of what it last said of the state; null: nothing yet. */
  toldAt: Date | null
  /** Whether a person connected it, with a name of his own for it. */
  hasToken: boolean
}

/**
 * Decides what a network's words make of an account. They come in any order and twice: the newest decides whether it
 * can be used, and what is older only fills settings that are missing.
 *
 * @returns the account as it is to be written, and the event that tells of it, where anything is to be told
 */
export function decideAccount(
  before: StoredAccount,
  said: AccountState[],
): { account: StoredAccount; event: NewEvent | undefined } {
  const account = { ...before }
  for (const { at, state, name, settings, reason } of said.toSorted((a, b) => +a.at - +b.at)) {
    if (account.toldAt && at <= account.toldAt) {
      account.settings = { ...settings, ...account.settings }
      continue
    }
    account.toldAt = at
    account.state = state === 'connected' ? 'active' : 'stopped'
    account.reason = state === 'connected' ? null : (reason ?? disconnected)
    account.settings = { ...account.settings, ...settings }
    if (name && !account.hasToken) account.name = name
  }
  return { account, event: tell(before, account) }
}

const disconnected: NetworkFailure = { code: 'disconnected', title: 'The account was disconnected' }

function tell(before: StoredAccount, { id, state, reason }: StoredAccount): NewEvent | undefined {
  if (state === before.state) return undefined
  const about = { channelAccountId: id }
  if (state === 'stopped') {
    return { type: 'channel.stopped', data: { ...about, failure: reason ?? disconnected }, lane: id }
  }
  // Made stopped, so that the first word of the network connects it.
  const isNew = before.toldAt === null && !before.hasToken
  return { type: isNew ? 'channel.connected' : 'channel.resumed', data: about, lane: id }
}
