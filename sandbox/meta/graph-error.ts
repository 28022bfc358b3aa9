import { newTraceId } from './ids.ts'

/** What Meta reports when it refuses a call, or when it could not bring an accepted message to its reader. */
export interface Problem {
  code: number
  title: string
  details?: string
  /** HTTP status of the refusal; Graph answers 400 to nearly everything. */
  status?: number
  subcode?: number
  type?: string
  /** True where Graph does not put `(#code)` before the message. */
  bare?: boolean
}

/** A refused Graph call. Thrown anywhere below the Graph handler, which turns it into Meta's error envelope. */
export class GraphError extends Error {
  readonly problem: Problem

  constructor(problem: Problem) {
    super(problem.title)
    this.name = 'GraphError'
    this.problem = problem
  }
}

/** Meta's envelope of a refused call. */
export function errorEnvelope(problem: Problem) {
  const { code, title, details, subcode, type = 'OAuthException', bare = false } = problem
  return {
    error: {
      message: bare ? title : `(#${code}) ${title}`,
      type,
      code,
      ...(details === undefined ? {} : { error_data: { messaging_product: 'whatsapp', details } }),
      ...(subcode === undefined ? {} : { error_subcode: subcode }),
      fbtrace_id: newTraceId(),
    },
  }
}

/** The same problem as it stands in `errors[]` of a webhook. */
export function webhookError({ code, title, details = title }: Problem) {
  return {
    code,
    title,
    message: title,
    error_data: { details },
    href: '/documentation/business-messaging/whatsapp/support/error-codes',
  }
}
