import type { ChannelPort } from '#core/channels/channel-port.ts'
import type { InboundReader } from '#core/channels/inbound-item.ts'
import type { ApiOptions, ChannelModule } from './channel-module.ts'
import { formsModule } from './forms/forms-module.ts'
import { googleLeadsModule } from './google-leads/google-leads-module.ts'
import { instagramModule } from './instagram/instagram-module.ts'
import { linkedinLeadsModule } from './linkedin-leads/linkedin-leads-module.ts'
import { messengerModule } from './messenger/messenger-module.ts'
import { telegramModule } from './telegram/telegram-module.ts'
import { whatsappModule } from './whatsapp/whatsapp-module.ts'

/** Every way in that has a module: one line each. */
export const channelModules: readonly ChannelModule[] = [
  whatsappModule,
  instagramModule,
  messengerModule,
  telegramModule,
  googleLeadsModule,
  linkedinLeadsModule,
  formsModule,
]

/** The hands of every network. */
export const createPorts = (options: ApiOptions): ChannelPort[] =>
  channelModules.flatMap((module) => module.createPorts(options))

/** The reader of every source of the inbox that is not the staff bot's. */
export function createReaders(options: { now: () => Date }): Map<string, InboundReader> {
  return new Map(
    channelModules.flatMap((module) => {
      const read = module.createReader(options)
      return module.sources.map((source) => [source, read] as const)
    }),
  )
}
