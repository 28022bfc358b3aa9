/**
 * Names of cards among a chat's posts. The first card of a lead in a chat is `card:<lead>`; one that is opened later
 * adds what opened it. The newest is the one that answers to a lead hang on and that changes reach: it is the lowest
 * in the chat, so the one that people look at. Older copies stay as they were, and their buttons still work.
 */
export const firstCardKey = (leadId: string): string => `card:${leadId}`

/** A card that is opened again, by `opener`: an update's number or a span of time, so that hearing twice shows one. */
export const laterCardKey = (leadId: string, opener: string): string => `card:${leadId}:${opener}`

/** Changes of one card fold into the newest while they wait. */
export const cardMergeKey = (cardKey: string): string => `change:${cardKey}`

export const isCardKey = (key: string): boolean => key.startsWith('card:')
