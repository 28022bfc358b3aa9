import type { ChannelModule } from './channel-module.ts'
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
