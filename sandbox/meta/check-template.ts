import { checkMediaContent, type SentMedia } from './check-content.ts'
import { checkList, checkObject, checkText } from './check-fields.ts'
import { type Fields, isFields } from './fields.ts'
import { GraphError } from './graph-error.ts'
import type { Content } from './phone.ts'
import { badParameter, invalid } from './problems.ts'
import type { Template } from './template.ts'

function refuse(code: number, title: string, details: string): GraphError {
  return new GraphError({ code, title, details })
}

function find(templates: readonly Template[], name: string, language: string): Template {
  const template = templates.find((one) => one.name === name && one.language === language)
  if (!template || template.status === 'PENDING' || template.status === 'REJECTED') {
    const details = `There is no approved template "${name}" in the language "${language}".`
    throw refuse(132001, 'Template name does not exist in the translation', details)
  }
  if (template.status === 'PAUSED')
    throw refuse(132015, 'Template is paused', `"${name}" rests: its quality is low.`)
  if (template.status === 'DISABLED')
    throw refuse(132016, 'Template is disabled', `"${name}" was paused too often.`)
  return template
}

/** The values given for one part (`header` or `body`), by placeholder. */
function valuesOf(components: Fields[], part: string, named: boolean): Map<string, string> {
  const component = components.find((one) => String(one.type).toLowerCase() === part)
  const parameters =
    component?.parameters === undefined ? [] : checkList(component, 'parameters', `${part}.parameters`, 100)
  return new Map(
    parameters.map((parameter, at) => {
      const path = `template.components.${part}.parameters[${at}]`
      if (checkText(parameter, 'type', `${path}.type`, 20) !== 'text')
        throw refuse(
          132012,
          'Parameter format does not match format in the created template',
          `${path} must be text.`,
        )
      const key = named
        ? checkText(parameter, 'parameter_name', `${path}.parameter_name`, 100)
        : String(at + 1)
      const value = checkText(parameter, 'text', `${path}.text`, 1024)
      if (/[\n\t]| {5,}/.test(value))
        throw invalid(`${path}.text must hold no new line, tab or run of five spaces.`)
      return [key, value]
    }),
  )
}

function fill(text: string, values: Map<string, string>, part: string): string {
  const wanted = new Set([...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1] ?? ''))
  if (wanted.size !== values.size || [...wanted].some((key) => !values.has(key))) {
    const details = `${part}: the template has ${wanted.size} placeholders (${[...wanted]}), given were ${[...values.keys()]}.`
    throw refuse(132000, 'Number of parameters does not match the expected number of params', details)
  }
  return text.replace(/\{\{(\w+)\}\}/g, (_, key: string) => values.get(key) ?? '')
}

/** The file, or the place, that a header without words asks for. */
function headerMedia(components: Fields[], format: string): SentMedia | undefined {
  const header = components.find((one) => String(one.type).toLowerCase() === 'header')
  const given = Array.isArray(header?.parameters) ? header.parameters : []
  const first: unknown = given[0]
  if (given.length !== 1 || !isFields(first) || String(first.type).toLowerCase() !== format) {
    const details = `header: the template wants one parameter of type ${format}.`
    throw refuse(132012, 'Parameter format does not match format in the created template', details)
  }
  return format === 'location' ? undefined : checkMediaContent(first, format).media
}

function payloadOf(components: Fields[], index: number): string | undefined {
  const button = components.find(
    (one) => String(one.type).toLowerCase() === 'button' && Number(one.index) === index,
  )
  const first = Array.isArray(button?.parameters) ? button.parameters[0] : undefined
  return isFields(first) && typeof first.payload === 'string' ? first.payload : undefined
}

/**
 * Reads a template message and fills the template in, as the customer will see it.
 * @throws {GraphError} 132001 for an unknown template, 132000 and 132012 for values that do not fit, 132015 and 132016
 * for a template at rest, besides 100, 131008 and 131009.
 */
export function checkTemplate(
  body: Fields,
  templates: readonly Template[],
): { content: Content; template: Template; media?: SentMedia } {
  const given = checkObject(body, 'template', 'template', ['name', 'language', 'components', 'namespace'])
  const name = checkText(given, 'name', 'template.name', 512)
  const language = checkObject(given, 'language', 'template.language', ['code', 'policy'])
  const template = find(templates, name, checkText(language, 'code', 'template.language.code', 16))
  const components =
    Array.isArray(given.components) && given.components.length === 0
      ? []
      : given.components === undefined
        ? []
        : checkList(given, 'components', 'template.components', 14)
  for (const component of components)
    if (!['header', 'body', 'button'].includes(String(component.type).toLowerCase()))
      throw badParameter('Param template components type must be one of {HEADER, BODY, BUTTON}.')
  const named = template.parameter_format === 'NAMED'
  const lines: string[] = []
  const content: Content = { kind: 'template' }
  let media: SentMedia | undefined
  for (const part of template.components) {
    if (part.type === 'FOOTER') lines.push(part.text)
    if (part.type === 'HEADER' && part.format !== 'TEXT')
      media = headerMedia(components, part.format.toLowerCase())
    else if (part.type === 'HEADER' || part.type === 'BODY')
      lines.push(fill(part.text, valuesOf(components, part.type.toLowerCase(), named), part.type))
    if (part.type === 'BUTTONS')
      content.buttons = part.buttons.map(({ text }, at) => ({
        id: payloadOf(components, at) ?? text,
        title: text,
      }))
  }
  content.text = lines.join('\n')
  return { content, template, ...(media ? { media } : {}) }
}
