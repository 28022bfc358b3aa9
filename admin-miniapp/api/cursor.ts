import { z } from 'zod'
import { DeskError } from '#core/errors.ts'

/** Where a page goes on, as a text that says nothing to whoever passes it on. */
export const writeCursor = (place: unknown): string =>
  Buffer.from(JSON.stringify(place)).toString('base64url')

/** @throws DeskError bad-input for what is no such place */
export function readCursor<Shape extends z.ZodType>(cursor: string, shape: Shape): z.output<Shape> {
  const parsed = shape.safeParse(parse(Buffer.from(cursor, 'base64url').toString('utf8')))
  if (!parsed.success) throw new DeskError('invalid', 'bad-input', { field: 'after' })
  return parsed.data
}

/** A moment to the microsecond, and the id of what was there. */
export const placeShape = z.strictObject({ at: z.iso.datetime(), id: z.uuid() })

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
