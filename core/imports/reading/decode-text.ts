import { cleanText } from '../../clean-text.ts'
import type { Encoding } from './list-format.ts'

/**
 * The text of a file, piece by piece, as the database takes it: without byte order mark, NUL and lone surrogates, and
 * with `\n` at the end of every line, whatever the program wrote there. Bytes that are none of the encoding become `�`.
 */
export async function* decodeText(chunks: AsyncIterable<Buffer>, encoding: Encoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding)
  let held = ''
  for await (const chunk of chunks) {
    const text = held + decoder.decode(chunk, { stream: true })
    // What comes next may be the other half of a line's end.
    held = text.endsWith('\r') ? '\r' : ''
    yield clean(text.slice(0, text.length - held.length))
  }
  yield clean(held + decoder.decode())
}

const clean = (text: string) => cleanText(text).replaceAll('\r\n', '\n').replaceAll('\r', '\n')
