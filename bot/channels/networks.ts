import { formNetworks } from '#core/channels/form-settings.ts'

const leadSources: ReadonlySet<string> = new Set(['facebook_leads', 'linkedin_leads', ...formNetworks])
const withTemplates: ReadonlySet<string> = new Set(['whatsapp'])

/** Networks that only bring leads: nothing is ever sent on them. */
export const isLeadSource = (network: string): boolean => leadSources.has(network)

/** Networks where messages outside the reply window need a template; the desk knows better and refuses the others. */
export const hasTemplates = (network: string): boolean => withTemplates.has(network)

/** Networks that can be asked nothing: whoever fills in a form comes to us. */
export const isForm = (network: string): boolean => formNetworks.some((known) => known === network)
