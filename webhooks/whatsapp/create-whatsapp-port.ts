import type { ChannelPort } from '#core/channels/channel-port.ts'
import { createGraphClient, type GraphClientOptions, graphTimeoutMs } from '../meta/graph-client.ts'
import { checkAccount } from './account/check-account.ts'
import { createTemplate } from './account/create-template.ts'
import { fetchMedia } from './account/fetch-media.ts'
import { identifyNumbers } from './account/identify-numbers.ts'
import { listTemplates } from './account/list-templates.ts'
import { markSeen } from './sending/mark-seen.ts'
import { paceOf } from './sending/pace-of.ts'
import { sendMessage } from './sending/send-message.ts'
import { whatsappLimits } from './sending/whatsapp-limits.ts'

const can: ChannelPort['can'] = new Set([
  ...(['text', 'file', 'reaction', 'location', 'buttons', 'list', 'contact-request', 'template'] as const),
])

export interface WhatsappOptions extends GraphClientOptions {
  /** Of our app: with it a token of another one is found out. */
  appSecret?: string
}

/** WhatsApp's Cloud API. What was sent can neither be changed nor taken back there. */
export function createWhatsappPort(options: WhatsappOptions): ChannelPort {
  const { timeoutMs = graphTimeoutMs, root, appSecret } = options
  const graph = createGraphClient({ ...options, timeoutMs })

  return {
    network: 'whatsapp',
    can,
    replyWindowHours: 24,
    limits: whatsappLimits,
    pace: paceOf({}),
    paceOf,
    send: (account, message) => sendMessage(graph, account, message, timeoutMs),
    markSeen: (account, seen) => markSeen(graph, account, seen),
    fetchMedia: (account, file) => fetchMedia(graph, root, account, file),
    identify: (given) => identifyNumbers(graph, given, appSecret),
    check: (account) => checkAccount(graph, account),
    listTemplates: (account) => listTemplates(graph, account),
    createTemplate: (account, template) => createTemplate(graph, account, template),
  }
}
