import { ActionList, Footer, Header, Interactive, ListSection, Row } from 'whatsapp-api-js/messages'
import type { OutboundContent } from '#core/channels/outbound-content.ts'
import { atLeastOne } from './at-least-one.ts'
import type { BuildPart } from './message-part.ts'
import { partOf } from './part-of.ts'

/** Meta's limits that the library does not know: it stops at 1024, and counts rows by section. */
const longestBody = 4096
const mostRows = 10

/**
 * A list that opens under a text.
 *
 * @throws Error with the limit that is exceeded
 */
export function buildList(content: Extract<OutboundContent, { kind: 'list' }>): BuildPart {
  const { body, header, footer, button } = content
  if (body.length > longestBody) throw new Error(`A list's text holds ${longestBody} characters at most`)
  const rows = content.sections.reduce((count, section) => count + section.rows.length, 0)
  if (rows > mostRows) throw new Error(`A list holds ${mostRows} rows at most over all its sections`)
  const sections = content.sections.map(({ title, rows: own }) => {
    const listed = own.map((row) => new Row(row.id, row.title, row.description))
    return new ListSection(title, ...atLeastOne(listed, 'rows'))
  })
  return partOf(
    new Interactive(
      new ActionList(button, ...atLeastOne(sections, 'sections')),
      { text: body },
      header ? new Header(header) : undefined,
      footer ? new Footer(footer) : undefined,
    ),
  )
}
