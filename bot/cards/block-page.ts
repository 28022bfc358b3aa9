import { actorOf, type MemberContext } from '../context.ts'
import { sayNetwork } from './words-of-lead.ts'

/** What the network goes on with all the same, and where the person can be blocked there too. */
const networkKeys: Record<string, string> = {
  whatsapp: 'block-at-whatsapp',
  instagram: 'block-at-instagram',
  messenger: 'block-at-messenger',
  telegram: 'block-at-telegram',
  telegram_business: 'block-at-telegram-business',
  facebook_leads: 'block-at-forms',
  google_leads: 'block-at-forms',
  linkedin_leads: 'block-at-forms',
  forms: 'block-at-forms',
}

/**
 * What blocking does here, and what it does not do at the networks on which the person writes: none of them is told, so
 * nobody thinks that it is.
 */
export async function readBlockPage(ctx: MemberContext, leadId: string): Promise<string> {
  const { say } = ctx.voice
  const { conversations } = await ctx.tools.desk.ask(actorOf(ctx), 'findWaysToAnswer', { leadId })
  const networks = [...new Set(conversations.map(({ network }) => network))]
  const lines = networks.flatMap((network) => {
    const key = Object.hasOwn(networkKeys, network) ? networkKeys[network] : undefined
    return key ? [`• ${say('block-at', { network: sayNetwork(say, network), words: say(key) })}`] : []
  })
  return [
    `🚫 <b>${say('block-ask')}</b>`,
    say('block-does'),
    ...(lines.length > 0 ? [[say('block-not'), ...lines].join('\n')] : []),
  ].join('\n\n')
}
