/** Who gets webhooks: at which address, signed with which secret, and whether at all. */
export interface Receiver {
  /** Signs the webhooks. */
  appSecret: string
  webhookUrl: string
  /** False once the app has left the account: then nothing is sent to it. */
  subscribed: boolean
  /** Address set through `subscribed_apps`, which wins over the app's own. */
  overrideUrl?: string
}
