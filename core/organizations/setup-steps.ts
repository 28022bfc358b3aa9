/** What a new business is asked, in this order. */
export const setupSteps = ['language', 'name', 'zone', 'currency'] as const
export type SetupStep = (typeof setupSteps)[number]
