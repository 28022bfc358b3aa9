import type { Desk } from '../desk.ts'
import type { Subscriber } from '../events.ts'

/** Gives leads that came, or whose owner has left the team, to people, after the organization's rules. */
export function createAssigner(desk: Desk): Subscriber {
  return {
    name: 'assignment',
    types: ['lead.opened', 'lead.added', 'lead.released'],
    async handle({ id, organizationId, type, data }) {
      if (type !== 'lead.opened' && type !== 'lead.added' && type !== 'lead.released') return
      const left = type === 'lead.released' ? { requestId: id, fromId: data.previousOwnerId } : undefined
      await desk.perform({ kind: 'system', organizationId, name: 'assignment' }, 'requestAssignment', {
        requestId: data.leadId,
        leadId: data.leadId,
        ...left,
      })
    },
  }
}
