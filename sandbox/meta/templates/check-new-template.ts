import { checkList, checkText } from '../check-fields.ts'
import type { Fields } from '../fields.ts'
import { GraphError } from '../graph-error.ts'
import { badParameter } from '../problems.ts'
import type { Template, TemplateButton, TemplateComponent } from '../template.ts'

const categories = ['AUTHENTICATION', 'MARKETING', 'UTILITY'] as const
const formats = ['TEXT', 'IMAGE', 'VIDEO', 'DOCUMENT', 'LOCATION'] as const
const placeholder = /\{\{(\w+)\}\}/g

function refuse(subcode: number, title: string): GraphError {
  return new GraphError({ code: 100, subcode, title: `Invalid parameter. ${title}` })
}

/** A text of a component, with examples for its placeholders. */
function words(component: Fields, part: string, max: number, example: string): string {
  const text = checkText(component, 'text', `components[${part}][text]`, 100_000)
  if ([...text].length > max) throw refuse(2388040, `${part} may hold at most ${max} characters.`)
  const wanted = [...text.matchAll(placeholder)].length
  if (wanted === 0) return text
  if (part === 'BODY' && (/^\s*\{\{/.test(text) || /\}\}\s*$/.test(text)))
    throw refuse(2388299, 'Variables cannot be at the start or end of the template.')
  if (/\}\}\s*\{\{/.test(text)) throw refuse(2388293, 'Two variables cannot stand next to each other.')
  const given = component.example
  const has =
    typeof given === 'object' && given !== null && (example in given || `${example}_named_params` in given)
  if (!has) throw refuse(2388043, `${part} has variables and needs an example of them in ${example}.`)
  return text
}

function button(given: Fields, at: number): TemplateButton {
  const path = `components[BUTTONS][buttons][${at}]`
  const type = checkText(given, 'type', `${path}[type]`, 40).toUpperCase()
  if (type === 'COPY_CODE') return { type, text: 'Copy code' }
  const text = checkText(given, 'text', `${path}[text]`, 25)
  if (type === 'QUICK_REPLY' || type === 'REQUEST_CONTACT_INFO') return { type, text }
  if (type === 'URL') return { type, text, url: checkText(given, 'url', `${path}[url]`, 2000) }
  if (type === 'PHONE_NUMBER')
    return { type, text, phone_number: checkText(given, 'phone_number', `${path}[phone_number]`, 20) }
  throw badParameter(
    `Param ${path}[type] must be one of {COPY_CODE, PHONE_NUMBER, QUICK_REPLY, REQUEST_CONTACT_INFO, URL}.`,
  )
}

function component(given: Fields): TemplateComponent {
  const type = checkText(given, 'type', 'components[type]', 20).toUpperCase()
  if (type === 'BODY') return { type, text: words(given, type, 1024, 'body_text') }
  if (type === 'FOOTER') return { type, text: words(given, type, 60, 'footer_text') }
  if (type === 'BUTTONS')
    return { type, buttons: checkList(given, 'buttons', 'components[BUTTONS][buttons]', 10).map(button) }
  if (type !== 'HEADER')
    throw badParameter('Param components[type] must be one of {BODY, BUTTONS, FOOTER, HEADER}.')
  const format = formats.find((one) => one === String(given.format).toUpperCase())
  if (!format) throw badParameter(`Param components[HEADER][format] must be one of {${formats.join(', ')}}.`)
  if (format === 'TEXT') return { type, format, text: words(given, type, 60, 'header_text') }
  const example = given.example as Fields | undefined
  if (format !== 'LOCATION' && example?.header_handle === undefined)
    throw refuse(2388273, `A header of format ${format} needs an example in header_handle.`)
  return { type, format }
}

/**
 * Reads the body of `POST /{account}/message_templates`.
 * @throws {GraphError} 100 with the subcode Meta gives: 2388024 for a translation that exists, 2388040 for a length, …
 */
export function checkNewTemplate(
  body: Fields,
  existing: readonly Template[],
): Omit<Template, 'id' | 'status'> {
  const name = checkText(body, 'name', 'name', 512)
  if (!/^[a-z0-9_]+$/.test(name))
    throw badParameter('Param name may hold only lowercase letters of a to z, digits and underscores.')
  const language = checkText(body, 'language', 'language', 16)
  if (!/^[a-z]{2,3}(_[A-Z]{2})?$/.test(language))
    throw badParameter(`Param language: "${language}" is not supported.`)
  const category = categories.find((one) => one === String(body.category).toUpperCase())
  if (!category) throw badParameter(`Param category must be one of {${categories.join(', ')}}.`)
  if (existing.some((one) => one.name === name && one.language === language))
    throw refuse(2388024, `Content in this language already exists: ${name}, ${language}.`)
  const components = checkList(body, 'components', 'components', 4).map(component)
  if (components.filter(({ type }) => type === 'BODY').length !== 1)
    throw badParameter('Param components must hold exactly one BODY.')
  const format = String(body.parameter_format ?? 'POSITIONAL').toUpperCase()
  if (format !== 'POSITIONAL' && format !== 'NAMED')
    throw badParameter('Param parameter_format must be one of {NAMED, POSITIONAL}.')
  return { name, language, category, parameter_format: format, components }
}
