import type { ChannelModule } from '../channel-module.ts'
import { createLeadPort } from '../leads/lead-port.ts'
import { optionalSecret } from '../meta/meta-settings.ts'
import { createGoogleLeadReader } from './read-google-lead.ts'

export const googleLeadsShape = {
  GOOGLE_LEADS_KEY: optionalSecret('The key of your choice that is entered at the lead form in Google Ads.'),
}

/** Lead forms of Google Ads: they come to us whole, and nothing is asked of Google. */
export const googleLeadsModule: ChannelModule = {
  networks: ['google_leads'],
  sources: ['google_leads'],
  createReader: createGoogleLeadReader,
  createPorts: () => [createLeadPort('google_leads')],
  settings: googleLeadsShape,
}
