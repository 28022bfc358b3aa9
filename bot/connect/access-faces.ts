import { failureKeyOf } from '#core/channels/failure-key.ts'
import type { NetworkFailure } from '#core/channels/inbound-item.ts'
import type { Say } from '#core/i18n.ts'
import { sayNetwork } from '../cards/words-of-lead.ts'
import type { MemberContext } from '../context.ts'
import { sayCode, sayFailure } from '../notices/failure-words.ts'
import { escapeHtml, escapeSigns } from '../text/escape-html.ts'
import type { ConnectNetwork } from './connect-networks.ts'
import { settingLine } from './setup-face.ts'

/** An account that is being connected, or whose token is renewed. */
export interface WantedAccount {
  network: ConnectNetwork
  externalId?: string
  businessAccountId?: string
  /** A connected one, and what it is called. */
  channelAccountId?: string
  name?: string
}

/** What came of a token: why it was not taken, and whether its message stays in the chat. */
export interface Said {
  outcome?: 'refused' | 'later' | 'opens-nothing'
  failure?: NetworkFailure
  /** The desk's own refusal, as a plain sentence. */
  problem?: string
  stays?: boolean
}

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

/** Whether a token alone does not say which account is meant. */
export const needsAccount = (network: ConnectNetwork): boolean => accountKeys[network] !== undefined

/** The question which account it is; `isAgain`: the answer named none. */
export function accountFace(ctx: MemberContext, network: ConnectNetwork, isAgain: boolean) {
  const { say } = ctx.voice
  const key = accountKeys[network]
  const html = [
    ...(isAgain ? [`⚠️ ${say('connect-account-unreadable')}`] : []),
    titleOf(ctx, { network }),
    say('connect-step', { step: 1, of: 2 }),
    ...(key ? [say(key)] : []),
  ]
  return { html: html.join('\n\n') }
}

/** The question for the token, below what came of the one before. `sometimes`: settings that one way of connecting needs. */
export function tokenFace(
  ctx: MemberContext,
  wanted: WantedAccount,
  { sometimes, said }: { sometimes: string[]; said: Said },
) {
  const { say } = ctx.voice
  const { network, channelAccountId } = wanted
  const html = [
    ...reasonOf(ctx, network, said),
    titleOf(ctx, wanted),
    ...(needsAccount(network) && !channelAccountId ? [say('connect-step', { step: 2, of: 2 })] : []),
    say(tokenKeys[network]),
    ...sometimes.map((name) => `⚠️ ${say('connect-setup-sometimes')}\n${settingLine(say, name)}`),
    `🔒 ${say('connect-token-care')}`,
  ]
  return { html: html.join('\n\n') }
}

function titleOf({ voice: { say } }: MemberContext, { network, name }: WantedAccount): string {
  const title = name
    ? say('connect-renew', { name: escapeHtml(name) })
    : say('connect-new', { network: sayNetwork(say, network) })
  return `🔌 <b>${title}</b>`
}

function reasonOf({ voice: { say } }: MemberContext, network: ConnectNetwork, said: Said): string[] {
  const { outcome, failure, problem, stays } = said
  const words = {
    refused: () => say('connect-refused', { network: sayNetwork(say, network) }),
    later: () => say('connect-later'),
    'opens-nothing': () => say('connect-opens-nothing'),
  }
  const reason = outcome ? words[outcome]() : problem && escapeSigns(problem)
  return [
    ...(reason ? [`⚠️ ${reason}${failure ? `\n${why(say, failure, outcome)}` : ''}`] : []),
    ...(stays ? [`⚠️ ${say('connect-not-deleted')}`] : []),
  ]
}

/** That the token is not accepted says all; who should renew it is asked of nobody who is just putting one in. */
const why = (say: Say, failure: NetworkFailure, outcome: Said['outcome']): string =>
  outcome === 'refused' && failureKeyOf(failure) === 'failure-access'
    ? sayCode(say, failure)
    : sayFailure(say, failure)
