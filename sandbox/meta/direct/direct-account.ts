import type { Receiver } from '../receiver.ts'

export type DirectNetwork = 'instagram' | 'messenger'

/** An Instagram professional account or a Facebook Page, and the app that listens to it. */
export interface DirectAccount extends Receiver {
  network: DirectNetwork
  /** The id of the Instagram account or of the Page. */
  id: string
  name: string
  /** Of the Instagram account. */
  username?: string
  /** Of an Instagram account connected with Facebook Login: the Page that speaks for it with its own token. */
  pageId?: string
  /** The Page's own token, or the one Instagram gave. */
  accessToken: string
  /** When the token ends, in milliseconds since the epoch; absent: never. */
  tokenExpiresAt?: number
  appId: string
  verifyToken: string
  /** The kinds of webhook the app subscribed to. */
  fields: string[]
}

/** The registered accounts. */
export interface DirectAccounts {
  put(account: DirectAccount): void
  all(): DirectAccount[]
  byId(id: string): DirectAccount | undefined
  byToken(token: string): DirectAccount | undefined
  /** The account of this network registered last: where customers write unless they say otherwise. */
  latest(network: DirectNetwork): DirectAccount | undefined
  replaceAll(accounts: DirectAccount[]): void
}

export function createDirectAccounts(): DirectAccounts {
  const accounts = new Map<string, DirectAccount>()
  const all = () => [...accounts.values()]
  return {
    put(account) {
      accounts.delete(account.id)
      accounts.set(account.id, account)
    },
    all,
    byId: (id) => accounts.get(id),
    byToken: (token) => all().find(({ accessToken }) => accessToken === token),
    latest: (network) => all().findLast((account) => account.network === network),
    replaceAll(saved) {
      accounts.clear()
      for (const account of saved) accounts.set(account.id, account)
    },
  }
}
