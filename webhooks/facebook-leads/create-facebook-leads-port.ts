import type { ChannelPort } from '#core/channels/channel-port.ts'
import type { ApiOptions } from '../channel-module.ts'
import { createLeadPort } from '../leads/lead-port.ts'
import { checkAccount } from '../meta/direct/check-account.ts'
import { identifyPage } from '../meta/direct/identify-page.ts'
import { createGraphClient } from '../meta/graph-client.ts'
import { fetchLead } from './fetch-lead.ts'
import { listLeads } from './list-leads.ts'

/** The leads of a Page's ads: asked for one by one as Meta names them, and all together after an outage. */
export function createFacebookLeadsPort(options: ApiOptions): ChannelPort {
  const { root, version, appSecret } = options.meta
  const graph = createGraphClient({ root, version, timeoutMs: options.timeoutMs })
  return createLeadPort('facebook_leads', {
    fetchLead: (account, request) => fetchLead(graph, account, request),
    listLeads: (account, since) => listLeads(graph, account, since),
    identify: (given) =>
      identifyPage(graph, given, { needed: ['leads_retrieval', 'pages_manage_metadata'], appSecret }),
    check: ({ externalId, token }) =>
      checkAccount(graph, {
        node: externalId,
        token,
        fields: 'name',
        wanted: { needed: ['leadgen'], welcome: [] },
      }),
  })
}
