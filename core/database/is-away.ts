/**
 * Whether a failure says that the database is away, rather than that something is wrong with what it was asked:
 * classes 08 (connection), 53 (resources), 57 (stopped by an operator), 58 (system) and 25 (the session was ended in
 * mid-transaction), errors of the socket, and time limits of ours.
 */
export function isAway(error: unknown): boolean {
  const code = String((error as { code?: unknown } | null)?.code ?? '')
  // Of the system, such as ECONNREFUSED or EPIPE; no class of PostgreSQL's begins with an E.
  if (/^E[A-Z]{3,}/.test(code)) return true
  if (/^[0-9A-Z]{5}$/.test(code)) return /^(08|53|57|58|25)/.test(code)
  return (
    (error instanceof Error && 'errno' in error) ||
    /timeout|terminated|ended|closed|not queryable/i.test(String(error))
  )
}
