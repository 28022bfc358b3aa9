import { shortId } from '#core/new-id.ts'
import { sayNetwork } from '../cards/words-of-lead.ts'
import { readChannel } from '../channels/read-channel.ts'
import { actorOf, type MemberContext } from '../context.ts'
import { sayFailure } from '../notices/failure-words.ts'
import { escapeSigns } from '../text/escape-html.ts'
import type { Steps } from '../wizards/engine/wizard.ts'
import { accountFace, needsAccount, type Said, tokenFace, type WantedAccount } from './access-faces.ts'
import { type ConnectNetwork, connectNetworks } from './connect-networks.ts'
import { type Connected, connectedFace } from './connected-face.ts'
import { foundFace, type Proposal } from './found-face.ts'
import { readAccountId } from './read-account-id.ts'
import { takeToken } from './take-token.ts'

/** Which network, or which kind of form: what of connecting has no token. */
export async function askNetwork(steps: Steps): Promise<string | undefined> {
  const answer = await steps.ask('network', {
    face: ({ voice: { say } }) => {
      const choices = connectNetworks.map((network) => ({ text: sayNetwork(say, network), choice: network }))
      const rows = choices.flatMap((_, index) => (index % 2 === 0 ? [choices.slice(index, index + 2)] : []))
      return {
        html: `🔌 <b>${say('connect-title')}</b>\n\n${say('connect-which')}`,
        choices: [
          ...rows,
          [{ text: say('button-form-add'), choice: 'forms' }],
          [{ text: say('button-google-add'), choice: 'google_leads' }],
        ],
      }
    },
  })
  return answer.kind === 'choice' ? answer.choice : undefined
}

/** Which account it is, where the token does not tell. */
export async function askAccount(
  steps: Steps,
  network: ConnectNetwork,
): Promise<Pick<WantedAccount, 'externalId' | 'businessAccountId'>> {
  if (!needsAccount(network)) return {}
  for (let isAgain = false; ; isAgain = true) {
    const answer = await steps.ask('account', {
      face: (ctx) => accountFace(ctx, network, isAgain),
      takes: ['text'],
    })
    const id = answer.kind === 'text' ? readAccountId(network, answer.text) : undefined
    if (id) return id
  }
}

/** Asks for the token until it opens something. What was said of it in between is above the question. */
export async function askToken(
  steps: Steps,
  wanted: WantedAccount,
  sometimes: string[],
): Promise<Said & { proposals: Proposal[] }> {
  for (let said: Said = {}; ; ) {
    const shown = said
    const answer = await steps.ask('token', {
      face: (ctx) => tokenFace(ctx, wanted, { sometimes, said: shown }),
      takes: ['text'],
      secret: true,
    })
    if (answer.kind !== 'text') continue
    const { text } = answer
    const asked = await steps.do('propose', (ctx) => takeToken(ctx, wanted, text))
    if ('proposals' in asked) return asked
    said = asked
  }
}

/** Which of the accounts that a token opens. */
export async function askWhich(
  steps: Steps,
  network: ConnectNetwork,
  { proposals, stays }: Said & { proposals: Proposal[] },
): Promise<string | undefined> {
  const answer = await steps.ask('which', {
    face: ({ voice: { say } }) => foundFace(say, network, proposals, stays === true),
  })
  const chosen = answer.kind === 'choice' ? answer.choice : undefined
  return proposals.find(({ proposalId }) => proposalId && shortId(proposalId) === chosen)?.proposalId
}

/** The tokens of what was found and not connected. */
export const forgetFound = (ctx: MemberContext) =>
  ctx.tools.desk.perform(actorOf(ctx), 'withdrawProposals', {})

/** Connects what was chosen; while the network does not answer, it can be tried again. */
export async function connectFound(steps: Steps, proposalId: string | undefined): Promise<void> {
  if (!proposalId) return
  for (;;) {
    const tried = await steps.attempt('connect', async (ctx) => {
      const connected = await ctx.tools.desk.perform(actorOf(ctx), 'connectProposedChannel', { proposalId })
      if (connected.outcome !== 'connected') return connected
      const { id, network, name } = await readChannel(ctx, connected.channelAccountId)
      return { ...connected, channel: { id, network, name } }
    })
    if (!tried.done) {
      await steps.tell('not-connected', () => ({ html: `⚠️ ${escapeSigns(tried.problem)}` }))
      return
    }
    const { result } = tried
    if ('channel' in result) {
      const { channel, ...connected } = result
      await steps.tell('connected', ({ voice: { say }, tools }) =>
        connectedFace(say, channel, connected as Connected, tools.publicUrl()),
      )
      return
    }
    await steps.ask('again', {
      face: ({ voice: { say } }) => ({
        html: `⚠️ ${result.outcome === 'later' ? say('connect-later') : say('connect-refused-now')}\n${sayFailure(say, result.failure)}`,
        choices: [[{ text: say('button-connect-again'), choice: 'again' }]],
      }),
    })
  }
}
