import type { TemplateContent } from '#core/channels/outbound-content.ts'
import { type JsonRecord, textAt } from '../../meta/loose-json.ts'
import type { FilePlace } from './message-part.ts'
import { templateVariable } from './template-variable.ts'
import { textParameters } from './text-parameters.ts'

const fileFormats = new Set(['IMAGE', 'VIDEO', 'DOCUMENT'])
const placeFields = ['latitude', 'longitude', 'name', 'address'] as const

/**
 * A template's header: a text with at most one variable, a file, or a place (`header.latitude`, `header.longitude`,
 * `header.name`, `header.address`).
 *
 * @throws Error naming what is missing
 */
export function buildTemplateHeader(
  component: JsonRecord,
  { file, variables }: TemplateContent,
): ((place: FilePlace) => JsonRecord)[] {
  const format = textAt(component, 'format')?.toUpperCase() ?? 'TEXT'
  if (fileFormats.has(format)) {
    if (file === undefined) throw new Error(`The template wants a file in its header: ${format}`)
    const type = format.toLowerCase()
    const filename = type === 'document' ? { filename: file.fileName } : {}
    return [(place) => header({ type, [type]: { ...place, ...filename } })]
  }
  if (format === 'LOCATION') {
    const location = Object.fromEntries(
      placeFields.map((field) => [field, templateVariable(variables, [`header.${field}`])]),
    )
    return [() => header({ type: 'location', location })]
  }
  const parameters = textParameters(textAt(component, 'text') ?? '', variables, 'header.')
  return parameters.length > 0 ? [() => header(...parameters)] : []
}

function header(...parameters: JsonRecord[]): JsonRecord {
  return { type: 'header', parameters }
}
