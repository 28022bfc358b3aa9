import type { ContactImport } from '#core/imports/contact-import.ts'
import { columnTargets } from '#core/imports/fields.ts'
import { namesPeople } from '#core/imports/list-mapping.ts'
import { encodings } from '#core/imports/reading/list-format.ts'
import { shortId } from '#core/new-id.ts'
import type { Button, Face } from '../posts/post-content.ts'
import { cutLine } from '../text/cut-text.ts'
import { escapeHtml, tame } from '../text/escape-html.ts'
import type { Voice } from '../voice.ts'
import { importTitle, nameOfEncoding, sayTarget } from './import-words.ts'
import { listButton } from './list-button.ts'

const columnsPerPage = 8
const shownHeading = 24
const shownSamples = 48

/** The columns of a list, with what they are taken for; each has a button that changes it. */
export function mappingFace(voice: Voice, list: ContactImport, page = 0): Face {
  const { say, mark } = voice
  const { columns, mapping, format } = list
  const short = shortId(list.id)
  const pages = Math.max(1, Math.ceil(columns.length / columnsPerPage))
  const shown = Math.min(Math.max(page, 0), pages - 1)
  const from = shown * columnsPerPage
  const here = columns.slice(from, from + columnsPerPage).map((column, index) => {
    const place = from + index
    return { ...column, place, target: mapping?.targets[place] ?? 'keep' }
  })
  const lines = here.map(({ heading, samples, place, target }) => {
    const sample = escapeHtml(cutLine(samples.join(', '), shownSamples))
    const head = `${place + 1}. <b>${escapeHtml(cutLine(heading, shownHeading))}</b> ${say('arrow')} ${sayTarget(say, target)}`
    return `${mark}${head}${sample ? `\n<i>${mark}${sample}</i>` : ''}`
  })
  const open: Button[][] = here.map(({ heading, place, target }) => [
    listButton(
      cutLine(
        `${place + 1}. ${cutLine(tame(heading), shownHeading)} ${say('arrow')} ${sayTarget(say, target)}`,
        60,
      ),
      short,
      `column-${place}`,
    ),
  ])
  const turn = [
    ...(shown > 0 ? [listButton('‹', short, `columns-${shown - 1}`)] : []),
    ...(shown < pages - 1 ? [listButton('›', short, `columns-${shown + 1}`)] : []),
  ]
  return {
    html: [
      importTitle(voice, list),
      say('import-columns', { count: columns.length }),
      lines.join('\n'),
      ...(mapping && !namesPeople(mapping) ? [`⚠️ ${say('import-no-person')}`] : []),
      ...(pages > 1 ? [say('import-page', { page: shown + 1, pages })] : []),
    ].join('\n\n'),
    buttons: [
      ...open,
      ...(turn.length > 0 ? [turn] : []),
      ...settings(voice, list, short),
      [listButton(`🔍 ${say('button-list-check')}`, short, 'check')],
      [listButton(say('button-list-stop'), short, 'stop')],
    ],
  }

  function settings({ say }: Voice, _list: ContactImport, id: string): Button[][] {
    if (!mapping || !format) return []
    const heading = format.hasHeader ? say('button-list-header-yes') : say('button-list-header-no')
    const date = mapping.dateOrder === 'dmy' ? say('button-list-dmy') : say('button-list-mdy')
    const next = encodings[(encodings.indexOf(format.encoding) + 1) % encodings.length] ?? 'utf-8'
    const country = mapping.country ?? say('import-no-country')
    return [
      [
        listButton(heading, id, `header-${format.hasHeader ? 'no' : 'yes'}`),
        listButton(
          say('button-list-encoding', { name: nameOfEncoding(format.encoding) }),
          id,
          `encoding-${next}`,
        ),
      ],
      [
        ...(mapping.targets.includes('phone')
          ? [listButton(say('button-list-country', { country }), id, 'country')]
          : []),
        ...(mapping.targets.includes('created')
          ? [listButton(date, id, `dates-${mapping.dateOrder === 'dmy' ? 'mdy' : 'dmy'}`)]
          : []),
      ],
    ].filter((row) => row.length > 0)
  }
}

/** What one column can be. */
export function targetFace(voice: Voice, list: ContactImport, column: number): Face {
  const { say, mark } = voice
  const short = shortId(list.id)
  const { heading = '', samples = [] } = list.columns[column] ?? {}
  const now = list.mapping?.targets[column]
  const choices = columnTargets.map((target) =>
    listButton(`${target === now ? '✓ ' : ''}${sayTarget(say, target)}`, short, `as-${column}-${target}`),
  )
  const rows: Button[][] = []
  for (let from = 0; from < choices.length; from += 2) rows.push(choices.slice(from, from + 2))
  return {
    html: [
      importTitle(voice, list),
      say('import-target-ask', { column: escapeHtml(cutLine(heading, shownHeading)) }),
      ...samples.map((sample) => `${mark}<i>${escapeHtml(sample)}</i>`),
    ].join('\n'),
    buttons: [...rows, [listButton(say('button-list-back'), short, `columns-${pageOfColumn(column)}`)]],
  }
}

/** Asks of which country the phones are that have no plus; the answer is written. */
export function countryFace(voice: Voice, list: ContactImport): Face {
  const { say } = voice
  return {
    html: [importTitle(voice, list), say('import-country-ask')].join('\n\n'),
    buttons: [[listButton(say('button-list-back'), shortId(list.id), 'columns-0')]],
  }
}

/** On which page of the columns one is. */
export const pageOfColumn = (column: number): number => Math.floor(column / columnsPerPage)
