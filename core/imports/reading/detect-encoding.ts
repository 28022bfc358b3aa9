import { ListFault } from './list-fault.ts'
import type { Encoding } from './list-format.ts'

const zip = Buffer.from('PK\u0003\u0004', 'latin1')
const oldOffice = Buffer.from([0xd0, 0xcf, 0x11, 0xe0])
const headBytes = 65_536

/**
 * Finds out how a file is encoded. A byte order mark says so; without one, text that is valid UTF-8 to its end is that,
 * and other text is in the Windows encoding of the person's language, since nothing in it says which.
 *
 * @param language of the person who sent it: Arabic programs write windows-1256
 * @throws ListFault empty, spreadsheet (a workbook rather than a list), not-text
 */
export async function detectEncoding(chunks: AsyncIterable<Buffer>, language: string): Promise<Encoding> {
  let marked: Encoding | undefined
  let isUtf8 = true
  let seen = 0
  const utf8 = new TextDecoder('utf-8', { fatal: true })
  for await (const chunk of chunks) {
    if (seen === 0) marked = lookAtHead(chunk.subarray(0, headBytes))
    seen += chunk.length
    if (marked) return marked
    if (chunk.includes(0)) throw new ListFault('not-text')
    isUtf8 &&= holds(() => utf8.decode(chunk, { stream: true }))
    if (!isUtf8) break
  }
  if (seen === 0) throw new ListFault('empty')
  isUtf8 &&= holds(() => utf8.decode())
  if (isUtf8) return 'utf-8'
  return language.startsWith('ar') ? 'windows-1256' : 'windows-1252'
}

function holds(step: () => unknown): boolean {
  try {
    step()
    return true
  } catch {
    return false
  }
}

/** Which encoding the first bytes speak for; undefined: none. */
function lookAtHead(head: Buffer): Encoding | undefined {
  if (head.subarray(0, 4).equals(zip) || head.subarray(0, 4).equals(oldOffice)) {
    throw new ListFault('spreadsheet')
  }
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return 'utf-8'
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le'
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be'
  // In UTF-16 every second byte of a delimiter, a digit or a Latin letter is zero.
  const zeros = [0, 0]
  for (let place = 0; place < head.length; place += 1) {
    if (head[place] === 0) zeros[place % 2] = (zeros[place % 2] ?? 0) + 1
  }
  const [even = 0, odd = 0] = zeros
  if (even + odd === 0) return undefined
  // A stray NUL in a text is no reason to refuse it: the readers leave it out.
  if (even + odd < head.length / 100) return 'utf-8'
  if (odd > head.length / 20 && odd > even * 10) return 'utf-16le'
  if (even > head.length / 20 && even > odd * 10) return 'utf-16be'
  throw new ListFault('not-text')
}
