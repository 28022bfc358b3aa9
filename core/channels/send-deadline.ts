const ofAnyMessage = 15_000
const longest = 45_000
/** 10 Mbit/s: what a modest line uploads. */
const bytesPerMs = 1_250

/**
 * How long sending one message may take in all, in milliseconds, an upload of so many bytes included: 15 s, and for
 * large files longer, up to 45 s. Well within the lease of a send, which is 60 s.
 */
export const sendDeadlineMs = (fileBytes = 0): number =>
  Math.min(longest, ofAnyMessage + Math.ceil(fileBytes / bytesPerMs))
