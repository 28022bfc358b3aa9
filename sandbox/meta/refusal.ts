/** A control request that cannot be met: `message` is a whole sentence for the person at the playground. */
export class Refusal extends Error {
  readonly status: number
  /** Joined to the answer beside `error`. */
  readonly more: Record<string, unknown>

  constructor(status: number, message: string, more: Record<string, unknown> = {}) {
    super(message)
    this.name = 'Refusal'
    this.status = status
    this.more = more
  }
}
