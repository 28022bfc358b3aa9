import { tagKey } from './tag-key.ts'

/** In characters as people count them. */
export const longestTag = 32
/** On one lead: more say nothing any more. */
export const mostOfLead = 20
/** Of an organization: more can be found by nobody. */
export const mostOfOrganization = 1_000

/** A tag as it was written, and what makes it the same as another. */
export interface TagWords {
  name: string
  key: string
}

/** Reads a tag, with or without `#` before it; undefined for what is empty or too long to be one. */
export function readTag(written: string): TagWords | undefined {
  const name = written.replace(/\s+/g, ' ').trim().replace(/^#\s*/, '')
  const key = tagKey(name)
  return key === '' || [...name].length > longestTag ? undefined : { name, key }
}
