import type { OutputOf } from '#core/desk.ts'
import { DeskError } from '#core/errors.ts'
import { shortId } from '#core/new-id.ts'
import type { queries } from '#core/queries.ts'
import { callbackData } from '../callback-data.ts'
import { templatesFace } from '../cards/template-faces.ts'
import { sayNetwork } from '../cards/words-of-lead.ts'
import { actorOf, type MemberContext } from '../context.ts'
import { answerMember } from '../posts/answer-member.ts'
import type { Face } from '../posts/post-content.ts'
import { actionOn } from './action.ts'
import { burst } from './burst.ts'
import { mustWorkLeads } from './must-work-leads.ts'

/** Offers the approved templates by which the person behind a lead can be written to. */
export const offerTemplates = actionOn('send-template', async (ctx, leadId) => {
  await showTemplates(ctx, leadId, burst(ctx.voice.now))
  return undefined
})

/**
 * The templates of the only account that has some, or the accounts to choose from. It stands where refusals stand, whose
 * buttons lead to the same lists. `opener`: asked twice by the same, it is shown once.
 *
 * @throws DeskError no-templates
 */
export async function showTemplates(ctx: MemberContext, leadId: string, opener: string): Promise<void> {
  mustWorkLeads(ctx)
  const { desk } = ctx.tools
  const { say } = ctx.voice
  const accounts = accountsWithTemplates(await desk.ask(actorOf(ctx), 'findWaysToAnswer', { leadId }))
  const [only] = accounts.keys()
  if (!only) throw new DeskError('not-found', 'no-templates')
  const face: Face =
    accounts.size === 1
      ? templatesFace(
          say,
          await desk.ask(actorOf(ctx), 'listTemplates', { channelAccountId: only, usable: true }),
          only,
          0,
          false,
        )
      : {
          html: `📋 ${say('send-template-where')}`,
          buttons: [...accounts].map(([id, network]) => [
            { text: sayNetwork(say, network), data: callbackData('templates', shortId(id), '0') },
          ]),
        }
  await answerMember(ctx, 'templates', face, { key: `refused:templates:${leadId}:${opener}`, leadId })
}

/** The accounts by whose approved templates a person can be written to, with their networks. */
export const accountsWithTemplates = ({
  conversations,
  openings,
}: OutputOf<(typeof queries)['findWaysToAnswer']>): Map<string, string> =>
  new Map(
    [...conversations.filter((way) => way.hasTemplates && way.can.includes('template')), ...openings].map(
      ({ channelAccountId, network }) => [channelAccountId, network],
    ),
  )
