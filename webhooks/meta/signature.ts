import { createHmac, createSecretKey } from 'node:crypto'
import { isSameSecret } from '../same-secret.ts'

const prefix = 'sha256='

/** Whether `X-Hub-Signature-256` was made over exactly these bytes with the app's secret. */
export type SignatureCheck = (body: Buffer, header: string) => boolean

/**
 * Meta signs the bytes it sends, in lower-case hex. The comparison is of the whole header as text: another
 * case, another algorithm, two headers joined by a comma or no hex at all simply differ.
 *
 * @throws Error when the secret is empty, because everybody can sign with nothing
 */
export function createSignatureCheck(appSecret: string): SignatureCheck {
  if (appSecret === '') throw new Error('The Meta app secret is empty: set META_APP_SECRET.')
  const key = createSecretKey(appSecret, 'utf8')
  return (body, header) => {
    const expected = prefix + createHmac('sha256', key).update(body).digest('hex')
    return isSameSecret(Buffer.from(expected, 'latin1'), header)
  }
}
