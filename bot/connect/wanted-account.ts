import { z } from 'zod'
import { connectNetworks } from './connect-networks.ts'

/** What was said so far of an account that is being connected: ids only, never a token. */
export const wantedAccount = z.object({
  network: z.enum(connectNetworks),
  externalId: z.string().max(200).exactOptional(),
  businessAccountId: z.string().max(40).exactOptional(),
  /** A connected account whose token is renewed. */
  channelAccountId: z.uuid().exactOptional(),
  name: z.string().max(200).exactOptional(),
})
export type WantedAccount = z.output<typeof wantedAccount>
