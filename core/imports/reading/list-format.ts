import { z } from 'zod'

/** The encodings that programs write lists in: UTF-8, Excel's "Unicode text", and Windows' western and Arabic ones. */
export const encodings = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252', 'windows-1256'] as const
export const delimiters = [',', ';', '\t', '|'] as const

/** How a file is to be read. */
export const listFormat = z.object({
  encoding: z.enum(encodings),
  delimiter: z.enum(delimiters),
  /** Whether the first row names the columns. */
  hasHeader: z.boolean(),
})
export type ListFormat = z.output<typeof listFormat>
export type Encoding = ListFormat['encoding']
export type Delimiter = ListFormat['delimiter']

/** What a list may be: said in words to whoever sends more. `record` and `cell` are in characters. */
export const listLimits = { rows: 200_000, columns: 200, record: 200_000, cell: 20_000 }
