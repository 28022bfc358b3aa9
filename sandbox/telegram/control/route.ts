import type { Ground } from '../ground.ts'

export interface RouteInput {
  ground: Ground
  /** What the parentheses of the path caught, decoded; undefined for those that may be left out and were. */
  parts: (string | undefined)[]
  body: Record<string, unknown>
}

export interface RouteAnswer {
  status: number
  body?: unknown
  /** Instead of a JSON body: bytes and their type. */
  file?: { mime: string; bytes: Buffer }
}

/** One route of the control API; `path` follows `/playground/api`. Throws BadRequest. */
export interface Route {
  method: string
  path: RegExp
  run(input: RouteInput): RouteAnswer | Promise<RouteAnswer>
}
