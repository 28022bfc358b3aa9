import type { Sandbox } from '../../open-sandbox.ts'
import { control } from './control.ts'
import { world } from './world.ts'

/** Tells every simulated network beside WhatsApp where the desk is; those that check the address do it at once. */
export async function connectNetworks(sandbox: Sandbox, url: string): Promise<void> {
  const { instagram, page, linkedin, googleKey, formsToken } = world
  await control(sandbox, 'PUT', '/meta/instagram', { ...instagram, webhookUrl: `${url}/webhooks/instagram` })
  await control(sandbox, 'PUT', '/meta/page', { ...page, webhookUrl: `${url}/webhooks/messenger` })
  await control(sandbox, 'PUT', '/leads/settings', { appUrl: url, googleKey, formsToken })
  await control(sandbox, 'PUT', '/leads/linkedin/app', {
    ...linkedin,
    webhookUrl: `${url}/webhooks/linkedin`,
  })
}
