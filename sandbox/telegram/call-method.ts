import { BadRequest } from '../read-body.ts'
import { ApiError } from './api-error.ts'
import type { MethodCall } from './ground.ts'
import { findMethod } from './methods/index.ts'

export interface Reply {
  status: number
  body: unknown
}

/** A refusal in the shape of the Bot API. */
export function presentError(error: ApiError): Reply {
  const { status, message, parameters } = error
  const body = { ok: false, error_code: status, description: message }
  return { status, body: parameters ? { ...body, parameters } : body }
}

/** Carries out a method and always gives a reply; what is no refusal but a fault of the sandbox goes up. */
export async function callMethod(call: MethodCall, name: string): Promise<Reply> {
  try {
    const found = findMethod(name)
    if (!found) throw new ApiError(404, 'Not Found: method not found')
    return { status: 200, body: { ok: true, result: await found.method(call) } }
  } catch (error) {
    if (error instanceof ApiError) return presentError(error)
    if (error instanceof BadRequest && error.status === 413) {
      return presentError(new ApiError(413, 'Request Entity Too Large'))
    }
    throw error
  }
}
