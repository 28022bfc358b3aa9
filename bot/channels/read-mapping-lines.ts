import { DeskError } from '#core/errors.ts'

/**
 * Reads which field of a form is what, as people write it: one `name = contact.full_name` a line.
 *
 * @throws DeskError form-line-unreadable, form-line-twice: with the number of the line and the line itself
 */
export function readMappingLines(text: string): Record<string, string> {
  const mapping = new Map<string, string>()
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue
    const number = index + 1
    const match = /^\s*([^\s=:]+)\s*[=:]\s*(\S(?:.*\S)?)\s*$/.exec(line)
    const [, name, path] = match ?? []
    if (!name || !path) throw new DeskError('invalid', 'form-line-unreadable', { number, line })
    if (mapping.has(name.toLowerCase())) throw new DeskError('invalid', 'form-line-twice', { number, name })
    mapping.set(name.toLowerCase(), path)
  }
  return Object.fromEntries(mapping)
}
