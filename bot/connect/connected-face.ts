import type { commands } from '#core/commands.ts'
import type { OutputOf } from '#core/desk.ts'
import type { Say } from '#core/i18n.ts'
import { shortId } from '#core/new-id.ts'
import { callbackData } from '../callback-data.ts'
import { sayChannel } from '../cards/words-of-lead.ts'
import { nameOfDanger } from '../channels/danger-words.ts'
import type { Channel } from '../channels/read-channel.ts'
import type { Face } from '../posts/post-content.ts'
import { escapeHtml } from '../text/escape-html.ts'
import { isOfMeta } from './connect-networks.ts'

export type Connected = Extract<
  OutputOf<(typeof commands)['connectProposedChannel']>,
  { outcome: 'connected' }
>

const testKeys: Record<string, string> = {
  whatsapp: 'connect-test-whatsapp',
  instagram: 'connect-test-instagram',
  messenger: 'connect-test-messenger',
  facebook_leads: 'connect-test-facebook-leads',
  telegram: 'connect-test-telegram',
  linkedin_leads: 'connect-test-linkedin',
}

/** An account that is connected: how it stands, what else has to be set at the network, and how to see that it works. */
export function connectedFace(
  say: Say,
  channel: Pick<Channel, 'id' | 'network' | 'name'>,
  { subscription, dangers }: Connected,
  publicUrl: string,
): Face {
  const { id, network } = channel
  const test = testKeys[network]
  const webhook = URL.canParse(publicUrl)
    ? new URL('webhooks/meta', `${publicUrl.replace(/\/$/, '')}/`).href
    : undefined
  const html = [
    `✅ ${say('connect-done', { title: escapeHtml(sayChannel(say, channel)) })}`,
    ...(subscription === 'missing' ? [`⚠️ ${say('connect-not-delivered')}`] : []),
    ...dangers.map(({ code, title }) => `⚠️ ${escapeHtml(nameOfDanger(say, code, title))}`),
    ...(isOfMeta(network) && webhook
      ? [`${say('connect-meta-webhook')}\n<code>${escapeHtml(webhook)}</code>`]
      : []),
    ...(test ? [`👉 ${say(test)}`] : []),
  ].join('\n\n')
  return { html, buttons: [[{ text: say('button-channel'), data: callbackData('channel', shortId(id)) }]] }
}
