import { isPublicAddress } from '#core/media/is-public-address.ts'

const homely = /(^|\.)(localhost|local|lan|internal|home|test|invalid)$/i

/** Whether an address of ours opens on a member's telephone: https, and a name or address of the open internet. */
export function isPublicUrl(url: string): boolean {
  // A desk that does not know its own address makes links without one.
  if (!URL.canParse(url)) return false
  const { protocol, hostname } = new URL(url)
  if (protocol !== 'https:') return false
  const address = hostname.replace(/^\[|\]$/g, '')
  if (/^[\d.]+$|:/.test(address)) return isPublicAddress(address)
  return hostname.includes('.') && !homely.test(hostname)
}
