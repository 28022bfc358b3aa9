export const digestKinds = ['morning', 'evening'] as const
export type DigestKind = (typeof digestKinds)[number]

/** When a digest comes unless its member has chosen another time, on the clocks of his time zone. */
export const usualTimes: Record<DigestKind, string> = { morning: '08:30', evening: '19:00' }
