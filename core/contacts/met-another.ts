/** Two transactions met on the same person: the caller rolls back and tries the whole batch again. */
export class MetAnother extends Error {
  constructor(what: string) {
    super(`Another transaction stored the same ${what} at the same time.`)
    this.name = 'MetAnother'
  }
}
