/** Our message id in `metadata`; other tools of the business write data of their own into it. */
export function ourMessageId(metadata: string | undefined): string | undefined {
  const isUuid = metadata !== undefined && /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(metadata)
  return isUuid ? metadata.toLowerCase() : undefined
}
