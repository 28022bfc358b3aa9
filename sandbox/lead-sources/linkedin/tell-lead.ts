import { createHmac } from 'node:crypto'
import type { LeadPost, PostLead } from '../lead-post.ts'
import { isBlocked, type LinkedinApp } from './linkedin-app.ts'
import { entityOf, formUrn, type LinkedinLead, ownerOf } from './linkedin-store.ts'

/** Signed over these words and the body, not over the body alone. */
const prefix = 'hmacsha256='

/**
 * Tells the product of a lead, with nothing but its URN, or that it is gone. Resolves to what the posts were answered;
 * to nothing when LinkedIn has blocked the receiver.
 */
export async function tellLead(
  post: PostLead,
  app: LinkedinApp,
  lead: LinkedinLead,
  leadAction: 'CREATED' | 'DELETED',
  copies = 1,
): Promise<number[]> {
  if (isBlocked(app)) return []
  const event = {
    type: 'LEAD_ACTION',
    leadGenFormResponse: `urn:li:leadGenFormResponse:${lead.id}`,
    leadGenForm: formUrn,
    owner: ownerOf(lead, app.organizationId),
    associatedEntity: entityOf(lead, app.organizationId),
    leadType: lead.leadType,
    leadAction,
    occurredAt: Date.now(),
  }
  const body = Buffer.from(JSON.stringify(event))
  const signature = createHmac('sha256', app.clientSecret).update(prefix).update(body).digest('hex')
  const headers = { 'content-type': 'application/json', 'x-li-signature': signature }
  const call: LeadPost = { from: 'linkedin', url: app.webhookUrl, headers, body, shown: event }
  const answers = await Promise.all(Array.from({ length: copies }, () => post(call)))
  return answers.map(({ status }) => status)
}
