/** The kinds of failure that an edge must be able to tell apart; each edge has one table from kind to its manners. */
export type DeskErrorKind = 'not-found' | 'forbidden' | 'invalid' | 'conflict' | 'unavailable'

/**
 * An expected failure, told to a person. Anything that is not a DeskError is a bug: logged with its stack and
 * answered in general words.
 */
export class DeskError extends Error {
  readonly kind: DeskErrorKind
  /** A locale key in `errors.ftl`, without its `error-` prefix. */
  readonly code: string
  /** Values for the sentence's placeables: plain strings and numbers. */
  readonly data: Record<string, string | number>
  /** Whether the audit has it: the desk writes down what it refuses, an edge may have refused something itself. */
  isTraced = false

  constructor(kind: DeskErrorKind, code: string, data: Record<string, string | number> = {}) {
    super(`${kind}: ${code}`)
    this.name = 'DeskError'
    this.kind = kind
    this.code = code
    this.data = data
  }
}
