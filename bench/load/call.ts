/** One HTTP request of a load, before it is signed and written. */
export interface Call {
  /** Absent: the path that the load was given. */
  path?: string
  /** What proves it and says what it is; absent: it is JSON of Meta's, proved by a signature over the body. */
  headers?: Record<string, string>
  body: string
}
