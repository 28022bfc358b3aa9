import type { ChannelPort } from '#core/channels/channel-port.ts'
import type { ApiOptions } from '../channel-module.ts'
import { askProfile } from '../meta/direct/ask-profile.ts'
import { checkAccount } from '../meta/direct/check-account.ts'
import { directEnvelope, directRecipient } from '../meta/direct/direct-envelope.ts'
import { directOutcome, reactionOutcome, refuse } from '../meta/direct/direct-outcome.ts'
import { reactionPart } from '../meta/direct/direct-parts.ts'
import { isMid } from '../meta/direct/is-mid.ts'
import { locateFile } from '../meta/direct/locate-file.ts'
import { showPresence } from '../meta/direct/show-presence.ts'
import { identifyInstagram } from './identify-instagram.ts'
import { createInstagramApi } from './instagram-api.ts'
import { fieldsOfLinkedPage, instagramFields } from './instagram-fields.ts'
import { instagramLimits } from './instagram-limits.ts'
import { instagramPart, loveOf } from './instagram-part.ts'
import { readProfile } from './read-profile.ts'

const kind = 'instagram_user'

/**
 * Sends on Instagram. It has no idempotency key and carries nothing of ours back: after a lost answer the echo, if one
 * comes, shows that the message went out, but not which of ours it was.
 */
export function createInstagramPort(options: ApiOptions): ChannelPort {
  const apiOf = createInstagramApi(options)

  return {
    network: 'instagram',
    can: new Set(['text', 'file', 'buttons', 'reaction']),
    replyWindowHours: 24,
    humanAgentHours: 168,
    limits: instagramLimits,
    // Meta takes 300 texts but only 10 films and recordings a second.
    pace: { perSecond: 10 },

    async send(account, message) {
      const { graph, node } = apiOf(account)
      const path = `${node}/messages`
      const envelope = directEnvelope(message, kind, account.externalId)
      if (envelope === undefined) return refuse('no-address', 'Instagram knows no id of this person')
      if (message.content.kind === 'reaction') {
        if (!isMid(message.content.target))
          return refuse('no-message', 'Only a direct message can be reacted to')
        const body = { recipient: envelope.recipient, ...reactionPart(loveOf(message.content)) }
        return reactionOutcome(await graph.post(path, account.token, body), message)
      }
      const part = instagramPart(message.content)
      if ('refusal' in part) return refuse(part.refusal.code, part.refusal.title)
      const answer = await graph.post(path, account.token, { ...envelope, message: part.message })
      return directOutcome(answer, kind, account.externalId)
    },

    async markSeen(account, { recipient, typing }) {
      const { graph, node } = apiOf(account)
      const to = directRecipient(recipient, kind, account.externalId)
      await showPresence(graph, { path: `${node}/messages`, token: account.token, recipient: to, typing })
    },

    fetchMedia: async (account, file) => locateFile(file, apiOf(account).root),

    async fetchProfile(account, recipient) {
      const { externalId, token } = account
      const to = directRecipient(recipient, kind, externalId)
      const asked = await askProfile(apiOf(account).graph, token, to, 'name,username')
      return asked.outcome === 'found' ? { ...asked, value: readProfile(asked.value, to, externalId) } : asked
    },

    identify(given) {
      // The new token says itself with which login it was made: an account may change from one to the other.
      const api = apiOf({ externalId: 'me', token: given.token, settings: {} })
      const { appSecret, instagramSecret } = options.meta
      return identifyInstagram(api, given, api.login === 'instagram' ? instagramSecret : appSecret)
    },

    check(account) {
      const { graph, node, login } = apiOf(account)
      const { token } = account
      return login === 'instagram'
        ? checkAccount(graph, { node, token, fields: 'name,username', wanted: instagramFields })
        : checkAccount(graph, { node, token, fields: 'name', wanted: fieldsOfLinkedPage })
    },
  }
}
