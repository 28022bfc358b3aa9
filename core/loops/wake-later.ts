/** Calls `wake` a little after so many milliseconds; never keeps a process alive for it. */
export const wakeLater = (wake: () => void, ms: number): void => void setTimeout(wake, ms + 10).unref()
