import { type LeadStatus, leadStatuses } from '#core/leads/lead.ts'

export const isLeadStatus = (value: unknown): value is LeadStatus =>
  leadStatuses.some((status) => status === value)
