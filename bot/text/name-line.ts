import { cutLine } from './cut-text.ts'
import { tame } from './escape-html.ts'

/** A character that people see: no space, mark or sign without a body, and none of the letters that are drawn empty. */
const seen = /[^\p{Z}\p{C}\p{M}\u115F\u1160\u3164\uFFA0\u2800]/u

/**
 * What a person calls himself, on one plain line; empty where nobody could see anything of it, so that the caller calls
 * him otherwise.
 */
export function nameLine(name: string | null | undefined, max = 64): string {
  const line = cutLine(tame(name ?? ''), max)
  return seen.test(line) ? line : ''
}
