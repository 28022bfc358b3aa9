import { sayNetwork } from '../cards/words-of-lead.ts'
import { titleOf } from '../channels/channel-words.ts'
import type { Channel } from '../channels/read-channel.ts'
import type { MemberContext } from '../context.ts'
import { askQuestion } from '../dialogues/dialogue.ts'
import { escapeHtml } from '../text/escape-html.ts'
import { type ConnectNetwork, readConnectNetwork } from './connect-networks.ts'
import { settingLine } from './setup-face.ts'
import type { WantedAccount } from './wanted-account.ts'

const accountKeys: Partial<Record<ConnectNetwork, string>> = {
  whatsapp: 'connect-whatsapp-account',
  linkedin_leads: 'connect-linkedin-account',
}

const tokenKeys: Record<ConnectNetwork, string> = {
  whatsapp: 'connect-whatsapp-token',
  instagram: 'connect-instagram-token',
  messenger: 'connect-messenger-token',
  facebook_leads: 'connect-facebook-leads-token',
  telegram: 'connect-telegram-token',
  linkedin_leads: 'connect-linkedin-token',
}

/** `problem`: why it is asked again, as HTML. `key`: hearing the same again asks once. */
interface Asking {
  problem?: string
  key?: string
}

/** Asks what is needed next of an account that is to be connected: which one it is, where the token does not tell, then the token. */
export async function askAccess(
  ctx: MemberContext,
  wanted: WantedAccount,
  asking: Asking = {},
): Promise<void> {
  const { network, externalId, businessAccountId, channelAccountId } = wanted
  const accountKey = accountKeys[network]
  const isKnown = externalId ?? businessAccountId ?? channelAccountId
  if (!accountKey || isKnown) return askToken(ctx, wanted, asking)
  const { say } = ctx.voice
  const html = [...headOf(ctx, wanted, asking), say('connect-step', { step: 1, of: 2 }), say(accountKey)]
  const ask = say('connect-account-placeholder')
  await askQuestion(
    ctx,
    'connect-account',
    { html: [...html, say('connect-cancel')].join('\n\n'), ask },
    wanted,
    asking.key,
  )
}

async function askToken(ctx: MemberContext, wanted: WantedAccount, asking: Asking): Promise<void> {
  const { say } = ctx.voice
  const { network, channelAccountId } = wanted
  const isSecond = accountKeys[network] && !channelAccountId
  const sometimes = channelAccountId ? [] : (ctx.tools.setup?.(network).sometimes ?? [])
  const html = [
    ...headOf(ctx, wanted, asking),
    ...(isSecond ? [say('connect-step', { step: 2, of: 2 })] : []),
    say(tokenKeys[network]),
    ...sometimes.map((name) => `⚠️ ${say('connect-setup-sometimes')}\n${settingLine(say, name)}`),
    `🔒 ${say('connect-token-care')}`,
    say('connect-cancel'),
  ].join('\n\n')
  await askQuestion(ctx, 'connect-token', { html, ask: say('connect-token-placeholder') }, wanted, asking.key)
}

function headOf(
  { voice: { say } }: MemberContext,
  { network, name }: WantedAccount,
  { problem }: Asking,
): string[] {
  const title = name
    ? say('connect-renew', { name: escapeHtml(name) })
    : say('connect-new', { network: sayNetwork(say, network) })
  return [...(problem ? [`⚠️ ${problem}`] : []), `🔌 <b>${title}</b>`]
}

/** What is wanted when the token of a connected account is renewed; undefined where it has none. */
export function renewalOf(ctx: MemberContext, channel: Channel): WantedAccount | undefined {
  const network = readConnectNetwork(channel.network)
  if (!network) return undefined
  return { network, channelAccountId: channel.id, name: titleOf(ctx.voice.say, channel) }
}
