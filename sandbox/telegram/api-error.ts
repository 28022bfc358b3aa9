/** A refusal in the Bot API's own words; it becomes `{ ok: false, error_code, description, parameters }`. */
export class ApiError extends Error {
  readonly status: number
  readonly parameters: Record<string, number> | undefined
  constructor(status: number, description: string, parameters?: Record<string, number>) {
    super(description)
    this.status = status
    this.parameters = parameters
  }
}

/** 400 with the `Bad Request: ` that the Bot API puts before nearly every refusal. */
export function badRequest(reason: string): ApiError {
  return new ApiError(400, `Bad Request: ${reason}`)
}

/** 403: the bot may not do this to this chat, now or ever. */
export function forbidden(reason: string): ApiError {
  return new ApiError(403, `Forbidden: ${reason}`)
}

/** 429: the chat or the bot is over its rate for `seconds` more. */
export function tooManyRequests(seconds: number): ApiError {
  return new ApiError(429, `Too Many Requests: retry after ${seconds}`, { retry_after: seconds })
}
