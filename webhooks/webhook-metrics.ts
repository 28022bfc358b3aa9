import type { InboundSource } from '#core/inbox/raw-call.ts'

/** Why a call was not taken. A fixed list, so that a label of a metric never holds what a stranger wrote. */
export type Rejection =
  | 'aborted'
  | 'bad-handshake'
  | 'bad-method'
  | 'bad-origin'
  | 'bad-secret'
  | 'bad-signature'
  | 'bug'
  | 'encoded'
  | 'no-signature'
  | 'not-a-form'
  | 'not-json'
  | 'not-kept'
  | 'too-busy'
  | 'too-large'
  | 'too-many'
  | 'too-slow'

/** Counts what happens at the webhooks; the composition root wires it to its metrics. */
export interface WebhookMetrics {
  accepted(source: InboundSource): void
  rejected(reason: Rejection): void
}
