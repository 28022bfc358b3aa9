import { leadId, messageId } from './make-lead.ts'

/** A customer's text on the lead of `makeLead`, as the desk gives it. */
export const makeMessage = (changes: object = {}) => ({
  id: messageId,
  leadId,
  direction: 'inbound',
  kind: 'text',
  body: 'Are you open?',
  data: {},
  status: 'received',
  failure: null,
  authorId: null,
  origin: null,
  sentAt: new Date(),
  attachments: [],
  answered: null,
  conversationId: messageId,
  source: 'desk',
  albumId: null,
  editedAt: null,
  revokedAt: null,
  erasedAt: null,
  ...changes,
})
