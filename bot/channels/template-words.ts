import type { OutputOf } from '#core/desk.ts'
import type { Say } from '#core/i18n.ts'
import type { queries } from '#core/queries.ts'
import { cutLine } from '../text/cut-text.ts'
import { escapeHtml } from '../text/escape-html.ts'

export type Template = OutputOf<(typeof queries)['listTemplates']>[number]

const signs: Record<string, string> = {
  APPROVED: '🟢',
  SUBMITTING: '🕓',
  PENDING: '🕓',
  IN_APPEAL: '🕓',
  REJECTED: '❌',
  PAUSED: '⏸',
  FLAGGED: '⚠️',
  DISABLED: '🚫',
  PENDING_DELETION: '🗑',
  DELETED: '🗑',
  GONE: '🗑',
}

const statusKeys: Record<string, string> = {
  APPROVED: 'template-approved',
  SUBMITTING: 'template-submitting',
  PENDING: 'template-pending',
  IN_APPEAL: 'template-in-appeal',
  REJECTED: 'template-rejected',
  PAUSED: 'template-paused',
  FLAGGED: 'template-flagged',
  DISABLED: 'template-disabled',
  PENDING_DELETION: 'template-deleted',
  DELETED: 'template-deleted',
  GONE: 'template-deleted',
}

const categoryKeys: Record<string, string> = {
  MARKETING: 'template-marketing',
  UTILITY: 'template-utility',
  AUTHENTICATION: 'template-authentication',
}

const qualityKeys: Record<string, string> = {
  GREEN: 'quality-good',
  YELLOW: 'quality-medium',
  RED: 'quality-low',
}

const worded = (say: Say, keys: Record<string, string>, word: string): string => {
  const key = Object.hasOwn(keys, word) ? keys[word] : undefined
  return key ? say(key) : escapeHtml(cutLine(word, 60))
}

export const signOfTemplate = (status: string): string =>
  (Object.hasOwn(signs, status) ? signs[status] : undefined) ?? '❔'

/** How a template stands, as HTML; a status that the network has added since is told in its own word. */
export const sayTemplateStatus = (say: Say, status: string): string => worded(say, statusKeys, status)

export const sayTemplateCategory = (say: Say, category: string): string => worded(say, categoryKeys, category)

/** A quality that people should know of; undefined where the network has not judged yet. */
export function sayTemplateQuality(say: Say, quality: string | null): string | undefined {
  return quality !== null && Object.hasOwn(qualityKeys, quality)
    ? worded(say, qualityKeys, quality)
    : undefined
}

/** Meta gives `NONE` where it has no reason. */
export const reasonOf = ({ reason }: Pick<Template, 'reason'>): string =>
  reason && reason !== 'NONE' ? cutLine(reason, 300) : ''
