import { hash } from 'node:crypto'

/**
 * An external id for an event that has none of its own: the same each time the event is delivered, another one for
 * each other event.
 */
export function deriveId(label: string, parts: unknown[]): string {
  return `${label}:${hash('sha256', JSON.stringify(parts), 'buffer').subarray(0, 16).toString('base64url')}`
}
