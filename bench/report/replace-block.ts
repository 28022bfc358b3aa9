/**
 * Puts a text between the two marks of a block, `<!-- bench:name -->` and `<!-- /bench:name -->`, and leaves
 * everything else as it is.
 *
 * @throws when the page does not have exactly one such block
 */
export function replaceBlock(page: string, name: string, text: string): string {
  const [open, close] = [`<!-- bench:${name} -->`, `<!-- /bench:${name} -->`]
  const [before, inside, ...more] = page.split(open)
  const [, after, ...rest] = inside?.split(close) ?? []
  if (before === undefined || after === undefined || more.length > 0 || rest.length > 0) {
    throw new Error(`The page has no block, or more than one, between ${open} and ${close}.`)
  }
  return `${before}${open}\n${text}\n${close}${after}`
}
