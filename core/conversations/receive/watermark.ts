/**
 * The condition that a message is among "everything sent up to then", in SQL.
 *
 * What we sent has the time of the network's answer to us as `sent_at`, a moment after the network's own; it was
 * certainly not sent before it was written. What was written elsewhere has the network's own time.
 *
 * @param message an alias with source, created_at and sent_at
 * @param until an expression
 */
export const coveredBy = (message: string, until: string): string =>
  `case when ${message}.source = 'desk'
     then ${message}.created_at <= ${until} and ${message}.sent_at <= ${until} + interval '10 seconds'
     else ${message}.sent_at <= ${until} end`
