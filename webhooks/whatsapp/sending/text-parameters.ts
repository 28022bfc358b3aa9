import type { JsonRecord } from '../../meta/loose-json.ts'
import { templateVariable } from './template-variable.ts'

const placeholder = /\{\{\s*(\w+)\s*\}\}/g

/**
 * The parameters for a template's text, one for each placeholder: by position where all are numbers, else by name.
 *
 * @param variables by placeholder; those of a header may stand under `header.<placeholder>`, since header and body
 *   count from 1 on both
 * @throws Error naming the variable that is missing
 */
export function textParameters(text: string, variables: Record<string, string>, prefix = ''): JsonRecord[] {
  const keys = [...new Set([...text.matchAll(placeholder)].map(([, key = '']) => key))]
  const byPosition = keys.every((key) => /^\d+$/.test(key))
  if (byPosition) keys.sort((one, other) => Number(one) - Number(other))
  return keys.map((key) => {
    const own = prefix === '' ? [key] : [`${prefix}${key}`, key]
    const value = { type: 'text', text: templateVariable(variables, own) }
    return byPosition ? value : { ...value, parameter_name: key }
  })
}
