import { Readable } from 'node:stream'
import { exactly } from './exactly.ts'
import { checkKey, type MediaStore } from './media-store.ts'

export interface S3Settings {
  /** Absent: Amazon's own, by region. */
  endpoint?: string
  region: string
  bucket: string
  accessKeyId: string
  secretAccessKey: string
  /** In front of every key, such as `parley/`. */
  prefix: string
  /** `https://host/bucket/key` rather than `https://bucket.host/key`. */
  forcePathStyle: boolean
}

/**
 * In milliseconds. A silent store must end in an error that the loop can try again after; a large file on a slow line may
 * take its minutes.
 */
const limits = {
  connectionTimeout: 5_000,
  socketTimeout: 30_000,
  requestTimeout: 300_000,
  throwOnRequestTimeout: true,
}

const silent = () => undefined

/** Keeps files in a bucket of anything that speaks S3. The library is loaded only here: it takes some 30 MB of memory. */
export async function openS3Store(settings: S3Settings): Promise<MediaStore> {
  const { S3Client, PutObjectCommand, GetObjectCommand, DeleteObjectCommand } = await import(
    '@aws-sdk/client-s3'
  )
  const { accessKeyId, secretAccessKey, endpoint, region, forcePathStyle } = settings
  const client = new S3Client({
    ...(endpoint ? { endpoint } : {}),
    region,
    forcePathStyle,
    credentials: { accessKeyId, secretAccessKey },
    requestHandler: limits,
    // Errors are thrown; what it would say besides goes to the console, past our log.
    logger: { debug: silent, info: silent, warn: silent, error: silent },
    // Amazon's newer checksums travel in trailers, which other stores do not understand.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  })
  const nameOf = (key: string) => ({ Bucket: settings.bucket, Key: settings.prefix + checkKey(key) })

  return {
    async put(key, content, { mime, size }) {
      const source = Buffer.isBuffer(content) ? Readable.from([content]) : content
      const body = exactly(source, size)
      // The library would go on waiting for the rest of a body that has failed.
      const broken = new AbortController()
      body.once('error', (error) => broken.abort(error))
      try {
        const what = { ...nameOf(key), ContentType: mime, ContentLength: size, Body: body }
        await client.send(new PutObjectCommand(what), { abortSignal: broken.signal })
      } finally {
        // A refused request leaves its body unread, and with it an open file.
        body.destroy()
        source.destroy()
      }
    },
    async open(key, range) {
      try {
        const Range = range ? `bytes=${range.start}-${range.end}` : undefined
        const answer = await client.send(new GetObjectCommand({ ...nameOf(key), Range }))
        if (!(answer.Body instanceof Readable)) throw new Error('The store answered without a file.')
        const whole = /\/(\d+)$/.exec(answer.ContentRange ?? '')?.[1]
        return { stream: answer.Body, size: whole ? Number(whole) : (answer.ContentLength ?? 0) }
      } catch (error) {
        if (isMissing(error)) return undefined
        throw error
      }
    },
    async remove(key) {
      await client.send(new DeleteObjectCommand(nameOf(key)))
    },
    async close() {
      client.destroy()
    },
  }
}

const isMissing = (error: unknown): boolean =>
  error instanceof Error && (error.name === 'NoSuchKey' || error.name === 'NotFound')
