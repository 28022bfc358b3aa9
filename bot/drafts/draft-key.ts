/** Posts that show a draft, by the beginning of their keys. */
export const draftPrefix = 'draft:'

/** A post that shows a draft, by what opened it: an update's number, an event, or a span of time. */
export const draftKey = (draftId: string, opener: string): string => `${draftPrefix}${draftId}:${opener}`

/** The draft that a post of such a key shows. */
export const draftOfKey = (key: string): string | undefined => /^draft:([0-9a-f-]{36}):/.exec(key)?.[1]
