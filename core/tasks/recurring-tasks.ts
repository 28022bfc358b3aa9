import type { ChannelPort } from '../channels/channel-port.ts'
import type { NewTask } from './put-tasks.ts'

/** What is asked of an account again and again, by what its network can be asked. */
export function recurringTasks(port: ChannelPort | undefined, channelAccountId: string): NewTask[] {
  if (!port) return []
  return [
    ...(port.check ? [{ channelAccountId, kind: 'check' as const }] : []),
    ...(port.listLeads ? [{ channelAccountId, kind: 'backfill' as const }] : []),
    ...(port.listTemplates ? [{ channelAccountId, kind: 'templates' as const }] : []),
  ]
}
