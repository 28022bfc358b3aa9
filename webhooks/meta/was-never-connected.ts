/** What fetch's `cause` says when no connection came about. */
const beforeConnection = new Set(['ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT', 'ERR_INVALID_URL'])

/**
 * Whether a failed fetch failed before there was a connection, so that nothing can have reached the other
 * end. In doubt the answer is no. Codes such as ETIMEDOUT alone do not tell: the system call that failed
 * does.
 */
export function wasNeverConnected(error: unknown): boolean {
  const cause = error instanceof Error ? error.cause : undefined
  // Trying several addresses of one name fails with all their failures.
  if (cause instanceof AggregateError)
    return cause.errors.length > 0 && cause.errors.every(isBeforeConnection)
  return isBeforeConnection(cause)
}

function isBeforeConnection(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const { code, syscall } = error as NodeJS.ErrnoException
  return syscall === 'connect' || syscall === 'getaddrinfo' || beforeConnection.has(code ?? '')
}
