/** On which clock somebody speaks, and when. */
export interface WhenContext {
  now: Date
  timeZone: string
}

/** A time that was read, and the words around it. */
export interface FoundWhen {
  at: Date
  rest: string
}
