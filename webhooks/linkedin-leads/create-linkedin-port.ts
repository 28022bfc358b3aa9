import type { Asked, ChannelPort, UsedAccount } from '#core/channels/channel-port.ts'
import type { InboundMessage } from '#core/channels/inbound-item.ts'
import { createLeadPort } from '../leads/lead-port.ts'
import { idAt, isRecord, type JsonRecord, listAt, textAt } from '../meta/loose-json.ts'
import { identifyLinkedin } from './identify-linkedin.ts'
import { createLinkedinClient, type LinkedinClient } from './linkedin-client.ts'
import { leadTypesOf, ownerOf } from './owner.ts'
import { readLeadResponse } from './read-lead-response.ts'
import { accountOfOwner } from './urn.ts'

export interface LinkedinOptions {
  root: string
  /** Where LinkedIn shall send its notifications; absent: nobody is subscribed by us. */
  webhookUrl?: string
  timeoutMs?: number
  now?: () => Date
}

const pageSize = 50

/** The port of LinkedIn's lead forms: fetches leads and their forms, and asks to be told of new ones. */
export function createLinkedinPort(options: LinkedinOptions): ChannelPort {
  const client = createLinkedinClient(options)
  const now = options.now ?? (() => new Date())

  async function readWithForm(
    account: UsedAccount,
    externalId: string,
    lead: JsonRecord,
    forms = new Map<string, JsonRecord | undefined>(),
  ): Promise<Asked<InboundMessage>> {
    const urn = textAt(lead, 'versionedLeadGenFormUrn')
    const formId = urn && /urn:li:leadGenForm:(\d+)/.exec(urn)?.[1]
    if (formId && !forms.has(formId)) {
      const form = await client.get(`leadForms/${formId}`, account.token)
      // A form that was deleted explains nothing any more; its answers are kept under their numbers.
      if (form.outcome === 'later' || form.outcome === 'channel-stopped') return form
      forms.set(formId, form.outcome === 'found' ? form.value : undefined)
    }
    const form = formId ? forms.get(formId) : undefined
    const about = { account: account.externalId, externalId, now: now() }
    return { outcome: 'found', value: readLeadResponse(lead, form, about) }
  }

  return createLeadPort('linkedin_leads', {
    identify: (given) => identifyLinkedin(client, given),
    async fetchLead(account, { externalId }) {
      const lead = await client.get(`leadFormResponses/${encodeURIComponent(externalId)}`, account.token)
      return lead.outcome === 'found' ? readWithForm(account, externalId, lead.value) : lead
    },
    async *listLeads(account, since) {
      const forms = new Map<string, JsonRecord | undefined>()
      for (const leadType of leadTypesOf(account.externalId)) {
        for await (const page of listPages(client, account, leadType, since, now())) {
          if (page.outcome !== 'found') return yield page
          const found: InboundMessage[] = []
          for (const lead of page.value) {
            const externalId = idAt(lead, 'id')
            if (externalId === undefined || accountOfOwner(lead.owner) !== account.externalId) continue
            const read = await readWithForm(account, externalId, lead, forms)
            if (read.outcome !== 'found') return yield read
            found.push(read.value)
          }
          yield { outcome: 'found', value: found }
        }
      }
    },
    async check(account) {
      const [leadType = 'SPONSORED'] = leadTypesOf(account.externalId)
      const query = `q=criteria&owner=${ownerOf(account.externalId)}&leadType=${leadType}`
      const known = await client.get(`leadNotifications?${query}`, account.token)
      if (known.outcome === 'later' || known.outcome === 'channel-stopped') return known
      const subscription =
        known.outcome === 'gone' ? 'unknown' : await subscribe(account, known.value, leadType)
      return { outcome: 'found', value: { subscription, facts: {}, dangers: [] } }
    },
  })

  async function subscribe(account: UsedAccount, known: JsonRecord, leadType: string) {
    const { webhookUrl } = options
    const hooks = (listAt(known, 'elements') ?? []).filter(isRecord).map((one) => textAt(one, 'webhook'))
    if (webhookUrl === undefined) return hooks.length > 0 ? ('subscribed' as const) : ('unknown' as const)
    if (hooks.includes(webhookUrl)) return 'subscribed' as const
    const [kind = '', id = ''] = account.externalId.split(':')
    const owner = { [kind]: `urn:li:${kind}:${id}` }
    const made = await client.post('leadNotifications', account.token, {
      webhook: webhookUrl,
      owner,
      leadType,
    })
    return made.outcome === 'found' ? ('mended' as const) : ('missing' as const)
  }
}

async function* listPages(
  client: LinkedinClient,
  account: UsedAccount,
  leadType: string,
  since: Date,
  until: Date,
): AsyncGenerator<Asked<JsonRecord[]>> {
  for (let start = 0; ; start += pageSize) {
    const query = [
      'q=owner',
      `owner=${ownerOf(account.externalId)}`,
      `leadType=(leadType:${leadType})`,
      `submittedAtTimeRange=(start:${since.getTime()},end:${until.getTime()})`,
      `start=${start}`,
      `count=${pageSize}`,
    ].join('&')
    const answer = await client.get(`leadFormResponses?${query}`, account.token)
    // A kind of lead that this account cannot have is answered as not there; in the middle of a list it is no end.
    if (answer.outcome === 'gone' && start === 0) return
    if (answer.outcome === 'gone') return yield { outcome: 'later', failure: answer.failure }
    if (answer.outcome !== 'found') return yield answer
    const elements = (listAt(answer.value, 'elements') ?? []).filter(isRecord)
    yield { outcome: 'found', value: elements }
    if (elements.length < pageSize) return
  }
}
