/** Presses within so many milliseconds are one: people tap again when nothing seems to happen. */
const burstMs = 15_000

/** Names the present burst, so that what several quick presses ask for is shown once. */
export const burst = (now: Date): string => `b${Math.floor(now.getTime() / burstMs)}`
