/** The kind and the id of a URN such as `urn:li:organization:789`; undefined for anything else. */
export function readUrn(value: unknown): { kind: string; id: string } | undefined {
  if (typeof value !== 'string' || value.length > 300) return undefined
  const match = /^urn:li:(\w+):(.+)$/.exec(value.trim())
  return match?.[1] && match[2] ? { kind: match[1], id: match[2] } : undefined
}

/** The external id of one of the business's accounts: `organization:789` or `sponsoredAccount:123`. */
export function accountOfOwner(owner: unknown): string | undefined {
  if (typeof owner !== 'object' || owner === null) return undefined
  for (const value of Object.values(owner)) {
    const urn = readUrn(value)
    if (urn?.kind === 'organization' || urn?.kind === 'sponsoredAccount') return `${urn.kind}:${urn.id}`
  }
  return undefined
}
