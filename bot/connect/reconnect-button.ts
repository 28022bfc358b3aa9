import type { Say } from '#core/i18n.ts'
import { shortId } from '#core/new-id.ts'
import { callbackData } from '../callback-data.ts'
import type { Button } from '../posts/post-content.ts'
import { readConnectNetwork } from './connect-networks.ts'

/** A row that begins to renew an account's token; none where the network has no such tokens. */
export const reconnectButton = (say: Say, network: string, channelAccountId: string): Button[][] =>
  readConnectNetwork(network)
    ? [
        [
          {
            text: say('button-reconnect'),
            data: callbackData('begin', 'reconnect', shortId(channelAccountId)),
          },
        ],
      ]
    : []
