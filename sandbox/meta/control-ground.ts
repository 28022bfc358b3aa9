import type { Kernel } from '../kernel.ts'
import type { WritingGround } from './customer-writes.ts'
import type { DirectGround } from './direct/direct-ground.ts'
import type { LeadStore } from './leadgen/lead-store.ts'
import type { SendRates } from './send-rates.ts'
import type { StatusJourney } from './status-journey.ts'
import type { TemplateStore } from './templates/template-store.ts'
import type { WebhookClient } from './webhook-client.ts'

/** What the control API steers. */
export interface ControlGround extends WritingGround, DirectGround {
  kernel: Kernel
  journey: StatusJourney
  rates: SendRates
  client: WebhookClient
  templates: TemplateStore
  leads: LeadStore
}
