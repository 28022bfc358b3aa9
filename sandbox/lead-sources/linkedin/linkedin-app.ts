/** The product as LinkedIn knows it, and the company whose leads it gets. */
export interface LinkedinApp {
  webhookUrl: string
  clientSecret: string
  organizationId: string
  accessToken: string
  /** Challenges failed in a row: after three no lead is told until one succeeds. */
  failures: number
}

export const failuresAllowed = 3

export function isBlocked({ failures }: LinkedinApp): boolean {
  return failures >= failuresAllowed
}
