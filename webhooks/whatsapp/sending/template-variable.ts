/**
 * The value of a template's variable as Meta takes it: new lines, tabs and long runs of spaces are refused inside a
 * variable, and become one space.
 *
 * @param keys where it may stand, the first one first
 * @throws Error naming the variable where there is none, or an empty one, which Meta refuses too
 */
export function templateVariable(variables: Record<string, string>, keys: string[]): string {
  const key = keys.find((one) => Object.hasOwn(variables, one))
  const value = key === undefined ? '' : (variables[key] ?? '')
  const plain = value.replace(/\s*[\n\r\t]\s*| {4,}/g, ' ').trim()
  if (plain === '') throw new Error(`The template wants a value for {{${keys.at(-1)}}}`)
  return plain
}
