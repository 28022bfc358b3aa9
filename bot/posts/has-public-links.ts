import { isPublicAddress } from '#core/media/is-public-address.ts'
import type { BotFiles } from '../context.ts'

const homely = /(^|\.)(localhost|local|lan|internal|home|test|invalid)$/i

/** Whether a link of ours opens on a member's telephone: https, and a name or address of the open internet. */
export function hasPublicLinks(files: BotFiles, organizationId: string, attachmentId: string): boolean {
  const link = files.link(organizationId, attachmentId)
  // A desk that does not know its own address makes links without one.
  if (!URL.canParse(link)) return false
  const { protocol, hostname } = new URL(link)
  if (protocol !== 'https:') return false
  const address = hostname.replace(/^\[|\]$/g, '')
  if (/^[\d.]+$|:/.test(address)) return isPublicAddress(address)
  return hostname.includes('.') && !homely.test(hostname)
}
