import fc from 'fast-check'
import type { JsonRecord } from '../meta/loose-json.ts'

/** The same JSON with one place in it replaced by something else or left out. */
export function mutateJson(json: JsonRecord): fc.Arbitrary<JsonRecord> {
  const places = placesIn(json)
  return fc
    .tuple(fc.constantFrom(...places), fc.option(fc.jsonValue(), { nil: undefined }))
    .map(([place, value]) => {
      const copy = structuredClone(json)
      const [last = '', ...way] = place.toReversed()
      let at: unknown = copy
      for (const step of way.toReversed()) at = (at as JsonRecord)[step]
      ;(at as JsonRecord)[last] = value
      return copy
    })
}

function placesIn(value: unknown): string[][] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, part]) => [
    [key],
    ...placesIn(part).map((place) => [key, ...place]),
  ])
}
