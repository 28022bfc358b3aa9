import type { ChannelModule } from '../channel-module.ts'
import { isRecord, type JsonRecord, listAt } from '../meta/loose-json.ts'
import { createWhatsappReader } from './read-whatsapp.ts'
import { createWhatsappPort } from './send-whatsapp.ts'
import { whatsappShape } from './whatsapp-settings.ts'

export const whatsappModule: ChannelModule = {
  network: 'whatsapp',
  claims: isWhatsapp,
  createReader: createWhatsappReader,
  createPort: createWhatsappPort,
  settings: whatsappShape,
}

/**
 * Some management calls leave `object` out; of Meta's networks only WhatsApp puts everything in `changes`.
 */
function isWhatsapp(call: JsonRecord): boolean {
  if (call.object !== undefined) return call.object === 'whatsapp_business_account'
  const [entry] = listAt(call, 'entry') ?? []
  return isRecord(entry) && Array.isArray(entry.changes)
}
