import { checkList, checkObject, checkOptionalText, checkText } from '../check-fields.ts'
import type { Fields } from '../fields.ts'
import type { Content } from '../phone.ts'
import { badParameter } from '../problems.ts'

function checkButtons(from: Fields, path: string): NonNullable<Content['buttons']> {
  return checkList(from, 'buttons', `${path}[buttons]`, 3).map((button, at) => {
    const place = `${path}[buttons][${at}]`
    const type = checkText(button, 'type', `${place}[type]`, 40)
    const title = checkText(button, 'title', `${place}[title]`, 20)
    if (type === 'postback') return { title, id: checkText(button, 'payload', `${place}[payload]`, 1000) }
    if (type !== 'web_url') throw badParameter(`Param ${place}[type] must be one of {POSTBACK, WEB_URL}.`)
    const url = checkText(button, 'url', `${place}[url]`, 2000)
    if (!/^https?:\/\//.test(url)) throw badParameter(`Param ${place}[url] should represent a valid URL`)
    return { title, id: url, url }
  })
}

/** Reads a `button` or `generic` template. @throws {GraphError} 100, 131008, 131009 */
export function checkDirectTemplate(payload: Fields): Content {
  const path = 'message[attachment][payload]'
  const type = checkText(payload, 'template_type', `${path}[template_type]`, 40)
  if (type === 'button') {
    const text = checkText(payload, 'text', `${path}[text]`, 640)
    return { kind: 'buttons', text, buttons: checkButtons(payload, path) }
  }
  if (type !== 'generic') throw badParameter(`Param ${path}[template_type] must be one of {BUTTON, GENERIC}.`)
  const elements = checkList(payload, 'elements', `${path}[elements]`, 10)
  const lines: string[] = []
  const buttons: NonNullable<Content['buttons']> = []
  for (const [at, element] of elements.entries()) {
    const place = `${path}[elements][${at}]`
    lines.push(checkText(element, 'title', `${place}[title]`, 80))
    const subtitle = checkOptionalText(element, 'subtitle', `${place}[subtitle]`, 80)
    if (subtitle !== undefined) lines.push(subtitle)
    if (element.buttons !== undefined) buttons.push(...checkButtons(element, place))
    if (element.default_action !== undefined)
      checkObject(element, 'default_action', `${place}[default_action]`, [
        'type',
        'url',
        'webview_height_ratio',
      ])
  }
  return { kind: 'buttons', text: lines.join('\n'), buttons }
}
