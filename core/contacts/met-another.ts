/**
 * Two transactions met on the same person: the caller rolls back and tries the whole batch again. It carries
 * PostgreSQL's word for that, so that commands are tried again like any other that met.
 */
export class MetAnother extends Error {
  readonly code = '40001'

  constructor(what: string) {
    super(`Another transaction stored the same ${what} at the same time.`)
    this.name = 'MetAnother'
  }
}
