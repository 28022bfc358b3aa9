import type { OutboundContent, TemplateContent } from '../channels/outbound-content.ts'

type Of<Kind extends OutboundContent['kind']> = Extract<OutboundContent, { kind: Kind }>

/**
 * What an outbound message holds besides its `body` (text, caption, emoji, new text), in the column `content`; null: the
 * body is all there is. Files and other messages are named by our ids: what the network calls them may be known only
 * when the message's turn comes.
 */
export type StoredContent =
  | { kind: 'file'; attachmentId: string }
  /** `targetId`: the message that is reacted to, changed or taken back. */
  | { kind: 'reaction' | 'edit' | 'revoke'; targetId: string }
  | Of<'location'>
  | Omit<Of<'buttons'>, 'body'>
  | Omit<Of<'list'>, 'body'>
  | { kind: 'contact-request' }
  | (Omit<TemplateContent, 'body' | 'file'> & { templateId: string; attachmentId?: string })
