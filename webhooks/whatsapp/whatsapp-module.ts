import type { ChannelModule } from '../channel-module.ts'
import { claimWhatsapp } from './claim-whatsapp.ts'
import { createWhatsappPort } from './create-whatsapp-port.ts'
import { createWhatsappReader } from './reading/read-whatsapp.ts'
import { whatsappShape } from './whatsapp-settings.ts'

export const whatsappModule: ChannelModule = {
  networks: ['whatsapp'],
  sources: ['whatsapp', 'whatsapp_history'],
  claims: claimWhatsapp,
  createReader: createWhatsappReader,
  createPorts: ({ meta, timeoutMs }) => [createWhatsappPort({ ...meta, timeoutMs })],
  settings: whatsappShape,
}
