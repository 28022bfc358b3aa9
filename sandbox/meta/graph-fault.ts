import type { Fault } from '../kernel.ts'
import { errorEnvelope, type Problem } from './graph-error.ts'
import type { Answer } from './http-exchange.ts'

const proxyPage = `<html>
<head><title>502 Bad Gateway</title></head>
<body><center><h1>502 Bad Gateway</h1></center></body>
</html>
`

const appLimit: Problem = {
  code: 80007,
  title: 'There have been too many calls to this WhatsApp Business account. Wait a bit and try again.',
}
const sendLimit: Problem = { code: 130429, title: 'Rate limit hit', details: 'The throughput is used up.' }
const directLimit: Problem = { code: 613, title: 'Calls to this api have exceeded the rate limit.' }
const brokenSend: Problem = {
  code: 131000,
  title: 'Something went wrong',
  details: 'An unknown error occurred.',
}
const brokenCall: Problem = { code: 2, title: 'Service temporarily unavailable', bare: true }

/** The refusal that a fault puts in the place of an answer; undefined when the call is carried out all the same. */
export function refusalOf(fault: Fault, path: string, direct = false): Answer | undefined {
  const sending = path.endsWith('/messages')
  const wait = fault.retryAfterSeconds
  const headers: Record<string, string> = wait === undefined ? {} : { 'retry-after': String(wait) }
  if (fault.kind === 'http-429')
    return {
      status: 429,
      json: errorEnvelope(direct ? directLimit : sending ? sendLimit : appLimit),
      headers,
    }
  if (fault.kind === 'http-500')
    return { status: 500, json: errorEnvelope(sending && !direct ? brokenSend : brokenCall) }
  if (fault.kind === 'http-502-html')
    return { status: 502, text: proxyPage, headers: { 'content-type': 'text/html; charset=utf-8' } }
  if (fault.kind !== 'error') return undefined
  const status = fault.status ?? 400
  return typeof fault.body === 'string' ? { status, text: fault.body } : { status, json: fault.body ?? {} }
}
