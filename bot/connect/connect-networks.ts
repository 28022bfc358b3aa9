/** Networks whose accounts are connected with a token that a person has got there. */
export const connectNetworks = [
  'whatsapp',
  'instagram',
  'messenger',
  'facebook_leads',
  'telegram',
  'linkedin_leads',
] as const
export type ConnectNetwork = (typeof connectNetworks)[number]

export const readConnectNetwork = (network: string | undefined): ConnectNetwork | undefined =>
  connectNetworks.find((known) => known === network)

/** Networks of Meta's, which share one app and one webhook. */
const ofMeta: ReadonlySet<string> = new Set(['whatsapp', 'instagram', 'messenger', 'facebook_leads'])
export const isOfMeta = (network: string): boolean => ofMeta.has(network)
