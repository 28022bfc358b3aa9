type WithoutUndefined<T> = {
  [Key in keyof T as undefined extends T[Key] ? never : Key]: T[Key]
} & {
  [Key in keyof T as undefined extends T[Key] ? Key : never]?: Exclude<T[Key], undefined>
}

/** Leaves out the keys without a value, so that absent facts are absent in JSON and in comparisons too. */
export function dropUndefined<T extends object>(facts: T): WithoutUndefined<T> {
  return Object.fromEntries(
    Object.entries(facts).filter(([, value]) => value !== undefined),
  ) as WithoutUndefined<T>
}
