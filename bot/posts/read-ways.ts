/** A way to reach a person that would work where another did not. */
export type OtherWay =
  | { kind: 'template' }
  | { kind: 'human-agent' }
  /** The same in another conversation with him. */
  | { kind: 'channel'; conversationId: string; network: string }
  /** A template of that account, which begins a conversation. */
  | { kind: 'opening'; channelAccountId: string; network: string }

/** Reads the ways that a refusal of the desk names (`ways` of `refuse-way.ts`); what this version does not know is left out. */
export function readWays(ways: string | number | undefined): OtherWay[] {
  return String(ways ?? '')
    .split(',')
    .flatMap((way): OtherWay[] => {
      const [kind, id, network] = way.split(':')
      if (kind === 'human-agent') return [{ kind }]
      if (kind === 'channel' && id && network) return [{ kind, conversationId: id, network }]
      if (kind !== 'template') return []
      return id && network ? [{ kind: 'opening', channelAccountId: id, network }] : [{ kind }]
    })
}
