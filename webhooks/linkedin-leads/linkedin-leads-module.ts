import { z } from 'zod'
import type { ChannelModule } from '../channel-module.ts'
import { optionalSecret } from '../meta/meta-settings.ts'
import { createLinkedinPort } from './create-linkedin-port.ts'
import { createLinkedinReader } from './read-linkedin.ts'

const id = (about: string) =>
  z.string().regex(/^\d+$/, 'is not an id: it has digits only').optional().describe(about)

export const linkedinShape = {
  LINKEDIN_CLIENT_SECRET: optionalSecret(
    'The client secret of the LinkedIn app: every call is verified with it.',
  ),
  LINKEDIN_ORGANIZATION_ID: id('The id of the company page whose leads shall come in.'),
  LINKEDIN_AD_ACCOUNT_ID: id('The id of the ad account whose lead ads shall come in.'),
  LINKEDIN_ACCESS_TOKEN: optionalSecret(
    'A member token with r_marketing_leadgen_automation: fetches the leads.',
  ),
  LINKEDIN_API_ROOT: z
    .url({ protocol: /^https?$/, error: 'is not an http(s) address' })
    .transform((root) => root.replace(/\/+$/, ''))
    .default('https://api.linkedin.com')
    .describe('Where the LinkedIn API answers: another address only for a simulator or a proxy.'),
}

type LinkedinValues = z.output<z.ZodObject<typeof linkedinShape>>

/** A token without a secret would fetch leads that nobody is told of; an account without a token cannot be asked. */
export function findLinkedinProblems(values: LinkedinValues): string[] {
  const account = values.LINKEDIN_ORGANIZATION_ID ?? values.LINKEDIN_AD_ACCOUNT_ID
  const problems: string[] = []
  if ((account || values.LINKEDIN_ACCESS_TOKEN) && !values.LINKEDIN_CLIENT_SECRET) {
    problems.push(
      'LINKEDIN_CLIENT_SECRET: is missing; LinkedIn is switched on and its calls must be verified',
    )
  }
  if (account && !values.LINKEDIN_ACCESS_TOKEN) {
    problems.push('LINKEDIN_ACCESS_TOKEN: is missing; without it no lead of LinkedIn can be fetched')
  }
  if (values.LINKEDIN_ACCESS_TOKEN && !account) {
    problems.push(
      'LINKEDIN_ORGANIZATION_ID: is missing (or LINKEDIN_AD_ACCOUNT_ID): the token says not whose leads',
    )
  }
  return problems
}

/** LinkedIn's lead sync. */
export const linkedinLeadsModule: ChannelModule = {
  networks: ['linkedin_leads'],
  sources: ['linkedin_leads'],
  createReader: createLinkedinReader,
  createPorts: ({ linkedin, timeoutMs }) => [
    createLinkedinPort({ ...linkedin, ...(timeoutMs === undefined ? {} : { timeoutMs }) }),
  ],
  settings: linkedinShape,
}
