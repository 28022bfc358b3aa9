import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'

interface Kept {
  bytes: Buffer
  type: string
}

/** Just enough of S3, path style, for one bucket: remembers what it was told and how it was signed. */
export async function openS3Server(bucket: string, accessKeyId: string) {
  const kept = new Map<string, Kept>()
  const calls: { method: string; path: string; authorization: string }[] = []
  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy())
  })

  async function answer(request: IncomingMessage, response: ServerResponse) {
    const { method = '', headers } = request
    const { pathname } = new URL(request.url ?? '/', 'http://s3')
    const authorization = headers.authorization ?? ''
    calls.push({ method, path: pathname, authorization })
    const signed = new RegExp(
      `^AWS4-HMAC-SHA256 Credential=${accessKeyId}/\\d{8}/[\\w-]+/s3/aws4_request, SignedHeaders=[\\w;-]*host[\\w;-]*, Signature=[0-9a-f]{64}$`,
    )
    const isSigned = headers['x-amz-date'] && headers['x-amz-content-sha256'] && signed.test(authorization)
    if (!isSigned) return refuse(response, 403, 'AccessDenied')
    if (!pathname.startsWith(`/${bucket}/`)) return refuse(response, 404, 'NoSuchBucket')
    const file = kept.get(pathname)
    switch (method) {
      case 'PUT': {
        if (headers['content-encoding']?.includes('aws-chunked'))
          return refuse(response, 501, 'NotImplemented')
        const bytes = await buffer(request)
        kept.set(pathname, { bytes, type: headers['content-type'] ?? '' })
        return response.writeHead(200, { ETag: '"x"' }).end()
      }
      case 'DELETE':
        kept.delete(pathname)
        return response.writeHead(204).end()
      case 'GET':
      case 'HEAD': {
        if (!file) return refuse(response, 404, 'NoSuchKey')
        const [, start, end] = /^bytes=(\d+)-(\d+)$/.exec(headers.range ?? '') ?? []
        const part = start === undefined ? file.bytes : file.bytes.subarray(Number(start), Number(end) + 1)
        response.writeHead(start === undefined ? 200 : 206, {
          'Content-Type': file.type,
          'Content-Length': part.length,
          ...(start === undefined ? {} : { 'Content-Range': `bytes ${start}-${end}/${file.bytes.length}` }),
        })
        return response.end(method === 'HEAD' ? undefined : part)
      }
      default:
        return refuse(response, 405, 'MethodNotAllowed')
    }
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    endpoint: `http://127.0.0.1:${port}`,
    kept,
    calls,
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

function refuse(response: ServerResponse, status: number, code: string) {
  response.writeHead(status, { 'Content-Type': 'application/xml' })
  response.end(`<?xml version="1.0"?><Error><Code>${code}</Code><Message>${code}</Message></Error>`)
}
