import { parse } from 'csv-parse/sync'
import { type Delimiter, delimiters } from './list-format.ts'

/** So many rows show it. */
const looked = 30

/**
 * Finds out what stands between the cells: what cuts the first rows into most equal parts. Excel's line `sep=;` says it.
 *
 * @param head the beginning of the text, with `\n` at the end of lines; its last line may be cut off
 * @returns a comma where nothing cuts it: then the list has one column
 */
export function detectDelimiter(head: string): Delimiter {
  const said = /^sep=(.)\n/i.exec(head)?.[1]
  const hinted = delimiters.find((delimiter) => delimiter === said)
  if (hinted) return hinted
  let best: Delimiter = ','
  let most = 0
  for (const delimiter of delimiters) {
    const score = scoreOf(head, delimiter)
    if (score <= most) continue
    best = delimiter
    most = score
  }
  return best
}

function scoreOf(head: string, delimiter: Delimiter): number {
  const widths = widthsOf(head, delimiter)
  const [first = 0] = widths
  if (first < 2) return 0
  const same = widths.filter((width) => width === first).length
  return (same / widths.length) * 100 + Math.min(first, 50)
}

function widthsOf(head: string, delimiter: Delimiter): number[] {
  try {
    const rows: string[][] = parse(head, {
      delimiter,
      record_delimiter: '\n',
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      to: looked,
    })
    return rows.map((row) => row.length)
  } catch {
    // A quotation mark that this delimiter leaves open.
    return []
  }
}
