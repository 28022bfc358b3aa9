import { z } from 'zod'
import { defineCommand } from '../command.ts'
import { canWorkLeads } from '../policy.ts'
import { findLeadForChange } from './find-lead-for-change.ts'
import { hasUnseenWords } from './has-unseen-words.ts'

/**
 * Staff are done with what the customer wrote until now, or not after all. A handled lead keeps its status and owner and
 * is no work, so that no inbox lists it, until the customer writes again. `seen`: where he looked at it who says so; with
 * what was not shown to him there he cannot be done.
 *
 * @returns whether the lead is handled now
 * @throws DeskError what `findLeadForChange` refuses with
 */
export const setLeadHandled = defineCommand({
  input: z.object({
    leadId: z.uuid(),
    handled: z.boolean(),
    seen: z.object({ chatId: z.string().max(64), before: z.number().int().optional() }).optional(),
  }),
  allowed: canWorkLeads,
  async run(work, { leadId, handled, seen }): Promise<{ handled: boolean }> {
    const { actor, sql, organizationId, record, remember } = work
    if (actor.kind !== 'member') throw new Error('Only members handle leads.')
    await findLeadForChange(work, leadId)
    const byId = actor.memberId
    const [state] = await sql.query<{ handled: boolean }>(
      `select ${isHandled('l')} as handled from lead l where organization_id = $1 and id = $2`,
      [organizationId, leadId],
    )
    if (state?.handled === handled) return { handled }
    if (handled && seen && (await hasUnseenWords(sql, organizationId, leadId, seen))) {
      // Told as a change, since what he closed for it must be opened again.
      record({ type: 'lead.handling-changed', data: { leadId, handled: false, byId }, lane: leadId })
      return { handled: false }
    }
    await sql.query(
      `update lead l set handled_through = case when $3 then coalesce(last_inbound_at, '-infinity') end
       where organization_id = $1 and id = $2`,
      [organizationId, leadId, handled],
    )
    remember(leadId, handled ? 'lead.handled' : 'lead.resumed')
    record({ type: 'lead.handling-changed', data: { leadId, handled, byId }, lane: leadId })
    return { handled }
  },
})

/** SQL: whether staff are done with all that the customer of the lead wrote. */
export const isHandled = (lead: string): string =>
  `coalesce(coalesce(${lead}.last_inbound_at, '-infinity') <= ${lead}.handled_through, false)`
