import type { FormNetwork } from '#core/channels/form-settings.ts'

const paths: Record<FormNetwork, (secret: string) => string> = {
  forms: (secret) => `webhooks/forms/${secret}`,
  google_leads: () => 'webhooks/google-ads',
}

/**
 * Where a form is posted to.
 *
 * @param publicUrl where the desk is reached; a path in it is kept
 */
export function formAddress(publicUrl: string, network: FormNetwork, secret: string): string {
  const base = publicUrl.endsWith('/') ? publicUrl : `${publicUrl}/`
  return new URL(paths[network](secret), base).href
}
