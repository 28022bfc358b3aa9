import type { Queue } from '../loops/wake.ts'
import type { InboundSource } from './raw-call.ts'

/** The queue whose worker takes the calls of a source. */
export const queueOf = (source: InboundSource): Queue =>
  source === 'telegram_staff' ? 'updates' : source === 'whatsapp_history' ? 'history' : 'inbox'
