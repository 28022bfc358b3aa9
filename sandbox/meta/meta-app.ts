/** One business number, the account it belongs to, and the app that listens to it. */
export interface MetaApp {
  appId: string
  /** Signs the webhooks. */
  appSecret: string
  verifyToken: string
  webhookUrl: string
  phoneNumberId: string
  wabaId: string
  displayPhoneNumber: string
  accessToken: string
  /** False once the app has left the account: then nothing is sent to it. */
  subscribed: boolean
  /** Address set through `subscribed_apps`, which wins over the app's own. */
  overrideUrl?: string
}

/** The registered numbers. */
export interface MetaApps {
  put(app: MetaApp): void
  all(): MetaApp[]
  /** The number registered last: where customers write unless they say otherwise. */
  latest(): MetaApp | undefined
  byNumber(phoneNumberId: string): MetaApp | undefined
  byAccount(wabaId: string): MetaApp[]
  knowsToken(token: string): boolean
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
    knowsToken: (token) => [...apps.values()].some((app) => app.accessToken === token),
    replaceAll(saved) {
      apps.clear()
      for (const app of saved) apps.set(app.phoneNumberId, app)
    },
  }
}
