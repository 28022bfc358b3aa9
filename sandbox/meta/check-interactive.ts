import { checkList, checkObject, checkOptionalText, checkText, checkUnique } from './check-fields.ts'
import { type Fields, present } from './fields.ts'
import type { Content } from './phone.ts'
import { badParameter, invalid } from './problems.ts'

const known = ['button', 'list', 'cta_url', 'location_request_message', 'request_contact_info']

function checkButtons(action: Fields): Content['buttons'] {
  const buttons = checkList(action, 'buttons', 'interactive.action.buttons', 3).map((button, at) => {
    const path = `interactive.action.buttons[${at}]`
    if (checkText(button, 'type', `${path}.type`, 20) !== 'reply')
      throw invalid(`${path}.type must be reply.`)
    const reply = checkObject(button, 'reply', `${path}.reply`, ['id', 'title'])
    const id = checkText(reply, 'id', `${path}.reply.id`, 256)
    if (id !== id.trim()) throw invalid(`${path}.reply.id must not begin or end with a space.`)
    return { id, title: checkText(reply, 'title', `${path}.reply.title`, 20) }
  })
  checkUnique(
    buttons.map(({ id }) => id),
    'Button ids',
  )
  checkUnique(
    buttons.map(({ title }) => title),
    'Button titles',
  )
  return buttons
}

function checkRows(action: Fields): NonNullable<Content['rows']> {
  const sections = checkList(action, 'sections', 'interactive.action.sections', 10)
  const rows = sections.flatMap((section, at) => {
    const path = `interactive.action.sections[${at}]`
    const title = checkOptionalText(section, 'title', `${path}.title`, 24)
    if (sections.length > 1 && title === undefined)
      throw invalid(`${path}.title is required with several sections.`)
    return checkList(section, 'rows', `${path}.rows`, 10).map((row, index) => ({
      id: checkText(row, 'id', `${path}.rows[${index}].id`, 200),
      title: checkText(row, 'title', `${path}.rows[${index}].title`, 24),
      ...present({
        description: checkOptionalText(row, 'description', `${path}.rows[${index}].description`, 72),
      }),
    }))
  })
  if (rows.length > 10)
    throw invalid(`A list holds ${rows.length} rows; at most 10 are allowed over all sections.`)
  checkUnique(
    rows.map(({ id }) => id),
    'Row ids',
  )
  return rows
}

function checkLink(action: Fields): Content['buttons'] {
  const parameters = checkObject(action, 'parameters', 'interactive.action.parameters', [
    'display_text',
    'url',
  ])
  const id = checkText(parameters, 'url', 'interactive.action.parameters.url', 2000)
  if (!/^https?:\/\//.test(id))
    throw invalid('interactive.action.parameters.url must begin with http:// or https://.')
  return [
    { id, title: checkText(parameters, 'display_text', 'interactive.action.parameters.display_text', 20) },
  ]
}

/**
 * Reads an interactive message with buttons, a list, a link or a request for a place or a contact card.
 * @throws {GraphError} 100, 131008 or 131009 at the first thing Meta would refuse.
 */
export function checkInteractive(body: Fields): Content {
  const fields = ['type', 'header', 'body', 'footer', 'action']
  const interactive = checkObject(body, 'interactive', 'interactive', fields)
  const type = checkText(interactive, 'type', 'interactive.type', 64)
  if (!known.includes(type))
    throw badParameter(`Param interactive['type'] must be one of {${known.join(', ')}}.`)
  const words = checkObject(interactive, 'body', 'interactive.body', ['text'])
  const text = checkText(words, 'text', 'interactive.body.text', type === 'list' ? 4096 : 1024)
  if (interactive.footer !== undefined)
    checkText(
      checkObject(interactive, 'footer', 'interactive.footer', ['text']),
      'text',
      'interactive.footer.text',
      60,
    )
  if (interactive.header !== undefined) checkHeader(interactive, type)
  const actions = ['name', 'button', 'buttons', 'sections', 'parameters']
  const action = checkObject(interactive, 'action', 'interactive.action', actions)
  if (type === 'button') return { kind: 'buttons', text, ...present({ buttons: checkButtons(action) }) }
  if (type === 'list') {
    const listTitle = checkText(action, 'button', 'interactive.action.button', 20)
    return { kind: 'list', text, listTitle, rows: checkRows(action) }
  }
  if (type === 'cta_url') return { kind: 'link', text, ...present({ buttons: checkLink(action) }) }
  const name = type === 'location_request_message' ? 'send_location' : 'request_contact_info'
  if (checkText(action, 'name', 'interactive.action.name', 64) !== name)
    throw invalid(`interactive.action.name must be ${name}.`)
  return { kind: type, text }
}

function checkHeader(interactive: Fields, type: string): void {
  const allowed = ['type', 'text', 'image', 'video', 'document']
  const header = checkObject(interactive, 'header', 'interactive.header', allowed)
  const kind = checkText(header, 'type', 'interactive.header.type', 20)
  if (kind === 'text') checkText(header, 'text', 'interactive.header.text', 60)
  else if (type === 'list') throw invalid('The header of a list must be of type text.')
  else if (kind === 'image' || kind === 'video' || kind === 'document')
    checkObject(header, kind, `interactive.header.${kind}`, ['id', 'link', 'filename'])
  else throw invalid('interactive.header.type must be text, image, video or document.')
}
