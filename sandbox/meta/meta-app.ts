import type { Receiver } from './receiver.ts'

/** One business number, the account it belongs to, and the app that listens to it. */
export interface MetaApp extends Receiver {
  appId: string
  verifyToken: string
  phoneNumberId: string
  wabaId: string
  displayPhoneNumber: string
  accessToken: string
  /** When the token ends, in milliseconds since the epoch; absent: never. */
  tokenExpiresAt?: number
  /** What a coexisting WhatsApp Business app has handed over already: each may be asked for once. */
  synced?: string[]
}

/** The registered numbers. */
export interface MetaApps {
  put(app: MetaApp): void
  all(): MetaApp[]
  /** The number registered last: where customers write unless they say otherwise. */
  latest(): MetaApp | undefined
  byNumber(phoneNumberId: string): MetaApp | undefined
  byAccount(wabaId: string): MetaApp[]
  byToken(token: string): MetaApp | undefined
  replaceAll(apps: MetaApp[]): void
}

export function createMetaApps(): MetaApps {
  const apps = new Map<string, MetaApp>()
  return {
    put(app) {
      apps.delete(app.phoneNumberId)
      apps.set(app.phoneNumberId, app)
    },
    all: () => [...apps.values()],
    latest: () => [...apps.values()].at(-1),
    byNumber: (id) => apps.get(id),
    byAccount: (id) => [...apps.values()].filter((app) => app.wabaId === id),
    byToken: (token) => [...apps.values()].find((app) => app.accessToken === token),
    replaceAll(saved) {
      apps.clear()
      for (const app of saved) apps.set(app.phoneNumberId, app)
    },
  }
}
