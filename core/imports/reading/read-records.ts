import { Readable } from 'node:stream'
import { type CsvError, parse } from 'csv-parse'
import { decodeText } from './decode-text.ts'
import { ListFault } from './list-fault.ts'
import { type ListFormat, listLimits } from './list-format.ts'

/** One row of a file. */
export interface ListRecord {
  /** In which line of the file it begins, counted from 1. A row may have several lines, in quotation marks. */
  line: number
  cells: string[]
}

/**
 * Reads the rows of a file one after another, without ever having all of it in memory. Rows may have fewer or more cells
 * than others; rows without anything in them are left out. Cells lose the spaces around them.
 *
 * @throws ListFault quote-open, record-too-long, too-many-columns; whatever reading the bytes throws
 */
export async function* readRecords(
  chunks: AsyncIterable<Buffer>,
  { encoding, delimiter }: Pick<ListFormat, 'encoding' | 'delimiter'>,
): AsyncGenerator<ListRecord> {
  const source = Readable.from(decodeText(chunks, encoding))
  // Kept by the parser, which is ahead of whoever reads: also a row that breaks it is told by its line.
  let line = 1
  let empty = 0
  const parser = parse({
    delimiter,
    record_delimiter: '\n',
    on_record(cells, { lines, empty_lines: emptyLines }) {
      const begins = line + emptyLines - empty
      empty = emptyLines
      line = lines + 1
      return [String(begins), ...cells]
    },
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    max_record_size: listLimits.record,
  })
  source.on('error', (error) => parser.destroy(error))
  source.pipe(parser)
  try {
    for await (const [begins, ...written] of parser as AsyncIterable<string[]>) {
      const record = { line: Number(begins), cells: written.map((cell) => cell.trim()) }
      if (written.length > listLimits.columns) {
        throw new ListFault('too-many-columns', { line: record.line, limit: listLimits.columns })
      }
      // Excel's own line about the delimiter is no row.
      if (record.line === 1 && /^sep=.?$/i.test(written.join(delimiter).trim())) continue
      if (record.cells.some((cell) => cell !== '')) yield record
    }
  } catch (error) {
    throw faultOf(error, line)
  } finally {
    source.destroy()
    parser.destroy()
  }
}

function faultOf(error: unknown, line: number): unknown {
  switch ((error as Partial<CsvError> | null)?.code) {
    case 'CSV_QUOTE_NOT_CLOSED':
      return new ListFault('quote-open', { line })
    case 'CSV_MAX_RECORD_SIZE':
      return new ListFault('record-too-long', { line, limit: listLimits.record })
    default:
      return error
  }
}
