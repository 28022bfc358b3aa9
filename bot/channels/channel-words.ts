import { isDisconnected } from '#core/channels/disconnected-here.ts'
import { formRemoved } from '#core/channels/form-settings.ts'
import type { Channel } from './read-channel.ts'

/** Whether a person took the form away: nothing is wrong with it. */
export const isRemoved = ({ state, stoppedReason }: Pick<Channel, 'state' | 'stoppedReason'>): boolean =>
  state === 'stopped' && stoppedReason?.code === formRemoved.code

/** Whether a person disconnected the account: it has no token any more. */
export const isDisconnectedHere = ({
  state,
  stoppedReason,
}: Pick<Channel, 'state' | 'stoppedReason'>): boolean => state === 'stopped' && isDisconnected(stoppedReason)

/** How a channel stands, at a glance. */
export function signOf(channel: Pick<Channel, 'state' | 'stoppedReason' | 'dangers'>): string {
  if (isRemoved(channel) || isDisconnectedHere(channel)) return '⏹'
  if (channel.state === 'stopped') return '🛑'
  return Object.keys(channel.dangers).length > 0 ? '⚠️' : '🟢'
}
