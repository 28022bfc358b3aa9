import { z } from 'zod'
import { humanAgentEnd, replyWindowEnd } from '../channels/reply-window.ts'
import { defineQuery } from '../command.ts'
import { mustSeeLead } from '../leads/must-see-lead.ts'
import { canReadLeads } from '../policy.ts'
import { listOpenings } from './list-openings.ts'
import { listWays } from './list-ways.ts'

/**
 * The ways to reach the person of a lead: `conversations`, the one that something was last said in first, and `openings`,
 * accounts through which a template would begin a conversation. Times are those of the networks' rules: null where there
 * is no limit (`windowEndsAt`) or no such longer time (`humanAgentEndsAt`). `can` is empty for what cannot be answered.
 *
 * @throws DeskError lead-not-found
 */
export const findWaysToAnswer = defineQuery({
  input: z.object({ leadId: z.uuid() }),
  allowed: canReadLeads,
  async run(work, { leadId }) {
    const { sql, organizationId, channel } = work
    const lead = await mustSeeLead(work, leadId)
    const ways = await listWays(sql, organizationId, lead.contactId)
    const openings = await listOpenings(sql, organizationId, lead.contactId)
    return {
      conversations: ways.map((way) => {
        const port = channel(way.network)
        return {
          ...way,
          can: [...(port?.can ?? [])],
          windowEndsAt: replyWindowEnd(way.lastInboundAt, port?.replyWindowHours),
          humanAgentEndsAt: port ? humanAgentEnd(way.lastInboundAt, port) : null,
        }
      }),
      openings: openings.map(({ channelAccountId, network }) => ({ channelAccountId, network })),
    }
  },
})
