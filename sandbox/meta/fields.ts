/** A JSON object whose contents nobody has checked yet. */
export type Fields = Record<string, unknown>

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

type Optional<T> = { [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined> }
type Mandatory<T> = { [K in keyof T as undefined extends T[K] ? never : K]: T[K] }

/** The same object without the keys that hold nothing: Meta leaves out what it does not know, it never sends null. */
export function present<T extends object>(fields: T): Mandatory<T> & Optional<T> {
  const kept = Object.entries(fields).filter(([, value]) => value !== undefined)
  return Object.fromEntries(kept) as Mandatory<T> & Optional<T>
}

export function optionalText(fields: Fields, key: string): string | undefined {
  const value = fields[key]
  return typeof value === 'string' ? value : undefined
}
