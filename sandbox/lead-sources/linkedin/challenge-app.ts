import { createHmac, randomUUID } from 'node:crypto'
import type { Kernel } from '../../kernel.ts'
import { isFields } from '../../meta/fields.ts'
import type { WebhookClient } from '../../meta/webhook-client.ts'
import type { LinkedinApp } from './linkedin-app.ts'

const answerWithinMs = 3000

/**
 * Asks the receiver to prove that it knows the client secret. Undefined when it did, within three seconds; otherwise
 * a sentence that says what was wrong.
 */
export async function challengeApp(
  kernel: Kernel,
  client: WebhookClient,
  { webhookUrl, clientSecret }: Pick<LinkedinApp, 'webhookUrl' | 'clientSecret'>,
): Promise<string | undefined> {
  const challengeCode = randomUUID()
  const url = new URL(webhookUrl)
  url.searchParams.set('challengeCode', challengeCode)
  const at = Date.now()
  const answer = await client.post({ url: url.href, method: 'GET', headers: {}, timeoutMs: answerWithinMs })
  const title = `GET ${url.pathname} (challenge)`
  const request = { challengeCode }
  kernel.record({
    at,
    from: 'linkedin',
    to: 'app',
    title,
    status: answer.status,
    ms: Date.now() - at,
    request,
    response: answer.text,
  })
  const wanted = createHmac('sha256', clientSecret).update(challengeCode).digest('hex')
  const given = readAnswer(answer.text)
  if (answer.status === 200 && given?.challengeCode === challengeCode && given.challengeResponse === wanted)
    return undefined
  const how = answer.status === 0 ? `could not be reached: ${answer.text}` : `answered ${answer.status}`
  const must =
    'The receiver had to answer 200 with challengeCode and its challengeResponse within three seconds'
  return answer.status === 200 ? `${must}; what it answered is not that.` : `${must}; it ${how}.`
}

function readAnswer(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return isFields(value) ? value : undefined
  } catch {
    return undefined
  }
}
