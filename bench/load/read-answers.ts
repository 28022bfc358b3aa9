/**
 * Cuts what comes on a kept-alive connection into answers, and tells the status of each. It knows as much of HTTP as
 * the servers of these benchmarks speak: every answer has a length.
 *
 * @throws for an answer without a length: its end cannot be known
 */
export function createAnswerReader(onAnswer: (status: number) => void): (chunk: Buffer) => void {
  let rest = ''
  return (chunk) => {
    rest += chunk.toString('latin1')
    for (;;) {
      const headEnd = rest.indexOf('\r\n\r\n')
      if (headEnd < 0) return
      const length = /\r\ncontent-length: (\d+)/i.exec(rest.slice(0, headEnd))?.[1]
      if (length === undefined) throw new Error(`An answer had no Content-Length:\n${rest.slice(0, headEnd)}`)
      const end = headEnd + 4 + Number(length)
      if (rest.length < end) return
      const status = Number(rest.slice(9, 12))
      rest = rest.slice(end)
      onAnswer(status)
    }
  }
}
