const leadTypes = ['SPONSORED', 'EVENT', 'COMPANY', 'ORGANIZATION_PRODUCT']

/** Ads belong to an ad account; what pages and events bring belongs to the organization. */
export const leadTypesOf = (externalId: string): string[] =>
  externalId.startsWith('sponsoredAccount:') ? ['SPONSORED'] : leadTypes

/** Rest.li's way of writing a union: `(organization:urn%3Ali%3Aorganization%3A789)`. */
export function ownerOf(externalId: string): string {
  const [kind = '', id = ''] = externalId.split(':')
  return `(value:(${kind}:${encodeURIComponent(`urn:li:${kind}:${id}`)}))`
}
