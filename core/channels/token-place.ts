/** Where a sealed channel token belongs: it opens nowhere else. */
export const tokenPlace = (organizationId: string, channelAccountId: string): string =>
  `${organizationId}/channel_account/${channelAccountId}/token`
