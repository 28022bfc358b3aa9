import type { BotFiles } from '../context.ts'
import { isPublicUrl } from './is-public-url.ts'

/** Whether a link of ours to a stored file opens on a member's telephone. */
export const hasPublicLinks = (files: BotFiles, organizationId: string, attachmentId: string): boolean =>
  isPublicUrl(files.link(organizationId, attachmentId))
