import { hash } from 'node:crypto'
import pg from 'pg'

const names = new Map<string, string>()

/**
 * Marks a statement as one whose plan every connection keeps, under a name of its own. For what is run for each message and
 * press, where planning takes several times as long as running; and only where the best plan is the same whatever the values
 * are: look-ups by keys. Its text must be one of a few: each connection keeps every text that it has seen.
 */
export function kept(text: string): string {
  if (!names.has(text)) names.set(text, hash('sha1', text))
  return text
}

type Query = (this: pg.Client, query: unknown, ...more: unknown[]) => unknown

/** A connection that keeps the plans of what was marked so. */
export class PlanKeepingClient extends pg.Client {
  override query = ((query: unknown, ...more: unknown[]) => {
    const name = typeof query === 'string' ? names.get(query) : undefined
    const named = name === undefined ? query : { name, text: query }
    return (pg.Client.prototype.query as unknown as Query).call(this, named, ...more)
  }) as pg.Client['query']
}
