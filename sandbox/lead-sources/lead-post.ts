import type { Kernel, Party } from '../kernel.ts'
import type { WebhookClient } from '../meta/webhook-client.ts'

/** One lead on its way to the product. */
export interface LeadPost {
  from: Party
  url: string
  headers: Record<string, string>
  body: Buffer
  /** What stands in the call log: the body as data. */
  shown: unknown
}

export interface LeadAnswer {
  /** 0: no answer. */
  status: number
  text: string
}

const timeoutMs = 10_000

/** Posts one lead once and logs the call. */
export type PostLead = (post: LeadPost) => Promise<LeadAnswer>

export function createLeadPost(kernel: Kernel, client: WebhookClient): PostLead {
  return async ({ from, url, headers, body, shown }) => {
    const at = Date.now()
    const answer = await client.post({ url, method: 'POST', headers, body, timeoutMs })
    const title = `POST ${new URL(url).pathname}`
    kernel.record({
      at,
      from,
      to: 'app',
      title,
      status: answer.status,
      ms: Date.now() - at,
      request: shown,
      response: answer.text,
    })
    return answer
  }
}
