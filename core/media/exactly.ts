import { pipeline, type Readable, Transform, type TransformCallback } from 'node:stream'

/** The same bytes; fails when they are not `size` many, rather than to leave a file cut short or run over. */
export function exactly(content: Readable, size: number): Readable {
  let seen = 0
  const wrong = () => new Error('The file is not as long as it was said to be.')
  const counter = new Transform({
    transform(chunk: Buffer, _encoding, done: TransformCallback) {
      seen += chunk.length
      if (seen > size) done(wrong())
      else done(null, chunk)
    },
    flush: (done) => done(seen === size ? null : wrong()),
  })
  // What fails on one side ends the other: whoever reads learns of it.
  pipeline(content, counter, () => undefined)
  return counter
}
