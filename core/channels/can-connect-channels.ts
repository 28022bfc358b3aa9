import { canManageChannels, type Policy } from '../policy.ts'

/** Accounts are connected by people, one by one; what the environment names is connected by the desk itself. */
export const canConnectChannels: Policy = (actor) => actor.kind === 'member' && canManageChannels(actor)
