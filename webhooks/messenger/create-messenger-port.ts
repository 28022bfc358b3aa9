import type { ChannelPort, OutboundMessage, UsedAccount } from '#core/channels/channel-port.ts'
import type { ApiOptions } from '../channel-module.ts'
import { askProfile } from '../meta/direct/ask-profile.ts'
import { checkAccount } from '../meta/direct/check-account.ts'
import { directEnvelope, directRecipient } from '../meta/direct/direct-envelope.ts'
import { directOutcome, reactionOutcome, refuse } from '../meta/direct/direct-outcome.ts'
import { reactionPart } from '../meta/direct/direct-parts.ts'
import { identifyPage } from '../meta/direct/identify-page.ts'
import { isMid } from '../meta/direct/is-mid.ts'
import { locateFile } from '../meta/direct/locate-file.ts'
import { showPresence } from '../meta/direct/show-presence.ts'
import { createGraphClient } from '../meta/graph-client.ts'
import { messengerFields } from './messenger-fields.ts'
import { messengerLimits } from './messenger-limits.ts'
import { messengerPart } from './messenger-part.ts'
import { readProfile } from './read-profile.ts'
import { uploadFile } from './upload-file.ts'

const kind = 'messenger_user'
/** What the message itself may take after an upload of up to 10 s. */
const afterUploadMs = 4500

/**
 * Sends on Messenger, as the Page. It has no idempotency key: our message id travels along as `metadata` and comes back
 * in the echo, which is how a lost answer is reconciled.
 */
export function createMessengerPort(options: ApiOptions): ChannelPort {
  const { root, version, appSecret } = options.meta
  const graph = createGraphClient({ root, version, timeoutMs: options.timeoutMs })

  async function partOf(account: UsedAccount, { content }: OutboundMessage) {
    if (content.kind === 'file') return uploadFile(graph, account, content.file)
    const part = messengerPart(content)
    return 'refusal' in part ? refuse(part.refusal.code, part.refusal.title) : part
  }

  return {
    network: 'messenger',
    can: new Set(['text', 'file', 'buttons', 'reaction']),
    replyWindowHours: 24,
    humanAgentHours: 168,
    limits: messengerLimits,
    // Meta takes 300 texts but only 10 films and recordings a second.
    pace: { perSecond: 10 },

    async send(account, message) {
      const { externalId, token } = account
      const envelope = directEnvelope(message, kind, externalId)
      if (envelope === undefined) return refuse('no-address', 'Messenger knows no id of this person')
      const path = pathOf(account)
      if (message.content.kind === 'reaction') {
        if (!isMid(message.content.target))
          return refuse('no-message', 'Only a direct message can be reacted to')
        const body = { recipient: envelope.recipient, ...reactionPart(message.content) }
        return reactionOutcome(await graph.post(path, token, body), message)
      }
      const part = await partOf(account, message)
      if ('outcome' in part) return part
      const body = {
        messaging_type: 'RESPONSE',
        ...envelope,
        message: { ...part.message, metadata: message.id },
      }
      const limits = message.content.kind === 'file' ? { timeoutMs: afterUploadMs } : {}
      return directOutcome(await graph.post(path, token, body, limits), kind, externalId)
    },

    async markSeen(account, { recipient, typing }) {
      const to = directRecipient(recipient, kind, account.externalId)
      await showPresence(graph, { path: pathOf(account), token: account.token, recipient: to, typing })
    },

    fetchMedia: async (_account, file) => locateFile(file, root),

    async fetchProfile({ externalId, token }, recipient) {
      const to = directRecipient(recipient, kind, externalId)
      const asked = await askProfile(graph, token, to, 'first_name,last_name,locale')
      return asked.outcome === 'found' ? { ...asked, value: readProfile(asked.value, to, externalId) } : asked
    },

    identify: (given) =>
      identifyPage(graph, given, { needed: ['pages_messaging', 'pages_manage_metadata'], appSecret }),

    check: ({ externalId, token }) =>
      checkAccount(graph, { node: externalId, token, fields: 'name', wanted: messengerFields }),
  }
}

function pathOf({ externalId }: UsedAccount): string {
  return `${encodeURIComponent(externalId)}/messages`
}
