import type { ListColumn, ListMapping } from '../list-mapping.ts'
import { decodeText } from './decode-text.ts'
import { detectDelimiter } from './detect-delimiter.ts'
import { detectEncoding } from './detect-encoding.ts'
import { ListFault } from './list-fault.ts'
import type { ListFormat } from './list-format.ts'
import { readRecords } from './read-records.ts'
import { isHeader, suggestMapping } from './suggest-mapping.ts'

/** What a list looks like, before anybody has said anything about it. */
export interface ListAnalysis {
  format: ListFormat
  columns: ListColumn[]
  mapping: ListMapping
}

/** Opens the file from its beginning. */
export type OpenList = () => AsyncIterable<Buffer>

const headCharacters = 65_536
const lookedRows = 200
const shownSamples = 3
const longestHeading = 80
const longestSample = 60

/**
 * Looks at a list: how it is encoded and cut, whether it has headings, and what its columns may be.
 *
 * @param language of the person who sent it
 * @param country see `ListMapping`
 * @param known what is not to be found out any more, because the person has said it
 * @throws ListFault
 */
export async function analyseList(
  open: OpenList,
  {
    language,
    country,
    known = {},
  }: { language: string; country: string | null; known?: Partial<ListFormat> },
): Promise<ListAnalysis> {
  const encoding = known.encoding ?? (await detectEncoding(open(), language))
  const delimiter = known.delimiter ?? detectDelimiter(await readHead(open(), encoding))
  const rows: string[][] = []
  for await (const { cells } of readRecords(open(), { encoding, delimiter })) {
    rows.push(cells)
    if (rows.length > lookedRows) break
  }
  const [first] = rows
  if (!first) throw new ListFault('empty')
  const hasHeader = known.hasHeader ?? isHeader(first, country)
  const body = hasHeader ? rows.slice(1) : rows
  // Cells behind the last heading are a slip that each row is told of; without headings the widest row counts.
  const width = hasHeader ? first.length : Math.max(...rows.map((row) => row.length))
  const columns = Array.from({ length: width }, (_, index) => ({
    heading: (hasHeader && first[index]?.slice(0, longestHeading)) || String(index + 1),
    samples: [...new Set(body.flatMap((row) => row[index] || []))]
      .slice(0, shownSamples)
      .map((sample) => sample.slice(0, longestSample)),
  }))
  const mapping = suggestMapping(hasHeader ? first : undefined, body, width, country)
  return { format: { encoding, delimiter, hasHeader }, columns, mapping }
}

async function readHead(chunks: AsyncIterable<Buffer>, encoding: ListFormat['encoding']): Promise<string> {
  let head = ''
  for await (const text of decodeText(chunks, encoding)) {
    head += text
    if (head.length >= headCharacters) break
  }
  return head.slice(0, headCharacters)
}
