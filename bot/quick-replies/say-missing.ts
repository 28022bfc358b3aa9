import type { MemberContext } from '../context.ts'

/** Which variables nobody knows for this lead. */
export const sayMissing = ({ voice: { say } }: MemberContext, missing: string[]): string =>
  say('quick-missing', { names: missing.map((name) => `{${name}}`).join(', ') })
