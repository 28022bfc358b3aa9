import { ApiError } from '../api-error.ts'

/** The refusal of text that does not follow its parse_mode. */
export function parseFailure(reason: string): ApiError {
  return new ApiError(400, `Bad Request: can't parse entities: ${reason}`)
}

/** Where in the text something stands, in UTF-8 bytes, as the parse errors count. */
export function byteOffset(text: string, index: number): number {
  return Buffer.byteLength(text.slice(0, index))
}
