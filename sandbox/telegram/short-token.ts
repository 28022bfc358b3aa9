/**
 * A token as the call log may show it: the first 6 characters, which say which bot it is and open nothing.
 */
export function shortToken(token: string): string {
  return `${token.slice(0, 6)}…`
}
