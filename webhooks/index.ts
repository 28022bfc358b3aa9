import type { ChannelModule } from './channel-module.ts'
import { whatsappModule } from './whatsapp/whatsapp-module.ts'

/** Every network that has a module: one line each. */
export const channelModules: readonly ChannelModule[] = [whatsappModule]
