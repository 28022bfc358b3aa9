import { start } from 'node:repl'
import type { Desk } from './desk.ts'

/**
 * A prompt with the desk: `await desk.ask(system, 'listInbox', {})`. Resolves when the prompt is left.
 *
 * `system` is Parley itself in the first organization; `as(memberId)` is one of its members.
 */
export function openDeskRepl(desk: Desk, organizationId: string): Promise<void> {
  const prompt = start({ prompt: 'parley> ' })
  Object.assign(prompt.context, {
    desk,
    organizationId,
    system: { kind: 'system', organizationId, name: 'operator' },
    as: (memberId: string) => ({ kind: 'member', organizationId, memberId }),
  })
  return new Promise((resolve) => prompt.once('exit', () => resolve()))
}
