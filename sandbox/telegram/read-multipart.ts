import type { Upload } from './params.ts'

export interface Multipart {
  fields: Map<string, string>
  uploads: Map<string, Upload>
}

/**
 * Splits a multipart/form-data body. Parts without a name are passed over; a part with a filename is an
 * upload.
 */
export function readMultipart(body: Buffer, contentType: string): Multipart {
  const fields = new Map<string, string>()
  const uploads = new Map<string, Upload>()
  const found = /boundary=(?:"([^"]+)"|([^;\s]+))/i.exec(contentType)
  const boundary = Buffer.from(`--${found?.[1] ?? found?.[2] ?? ''}`)
  let start = body.indexOf(boundary)
  while (start >= 0) {
    const next = body.indexOf(boundary, start + boundary.length)
    if (next < 0) break
    const part = body.subarray(start + boundary.length + 2, next - 2)
    const headEnd = part.indexOf('\r\n\r\n')
    const head = part.subarray(0, Math.max(headEnd, 0)).toString('utf8')
    const content = Buffer.from(part.subarray(headEnd + 4))
    // Clients differ in whether they quote these.
    const named = /[;\s]name=(?:"([^"]*)"|([^;\s]+))/i.exec(head)
    const filed = /[;\s]filename=(?:"([^"]*)"|([^;\r\n]+))/i.exec(head)
    const name = named?.[1] ?? named?.[2]
    const fileName = filed?.[1] ?? filed?.[2]
    if (headEnd >= 0 && name !== undefined) {
      if (fileName === undefined) fields.set(name, content.toString('utf8'))
      else {
        const mime = /content-type:\s*([^\r\n]+)/i.exec(head)?.[1]?.trim() ?? 'application/octet-stream'
        uploads.set(name, { name: fileName, mime, bytes: content })
      }
    }
    start = next
  }
  return { fields, uploads }
}
