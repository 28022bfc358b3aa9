import { tagKey } from '../tags/tag-key.ts'

/** A tag as people write one: `#vip`. `#12` is a lead's number. */
const written = /(?<=^|\s)#(?!\d{1,9}(?:\s|$))(\S+)/gu

/** What is looked for: words, and the keys of the tags that a lead must have. */
export interface Typed {
  words: string
  tags: string[]
}

/** Parts what a person typed to find something: `maria #vip` is the words `maria` in leads with the tag `vip`. */
export function tagsOf(typed: string): Typed {
  const tags = [...typed.matchAll(written)].map(([, name = '']) => tagKey(name))
  return {
    words: typed.replace(written, ' ').trim(),
    tags: [...new Set(tags)].filter((key) => key !== '').slice(0, 8),
  }
}

/** SQL, of `l` (lead); $1 is the organization: whether it has every tag whose key is in the array. */
export const hasTags = (keys: string): string =>
  `not exists (select from unnest(${keys}::text[]) as w(key) where not exists (select from lead_tag lt
     join tag t on t.organization_id = $1 and t.id = lt.tag_id and t.key = w.key
     where lt.organization_id = $1 and lt.lead_id = l.id))`
