import type { FileKind, NetworkFailure } from '../channels/inbound-item.ts'
import type { OutboundContent, OutboundFile } from '../channels/outbound-content.ts'
import type { Sql } from '../database/sql.ts'
import type { Files } from '../media/create-files.ts'
import type { StoredContent } from './stored-content.ts'

/** The hands on stored files that a channel port is given. */
export type FileHands = Pick<Files, 'open' | 'link'>

/** A message whose turn has come. */
export interface Outgoing {
  organizationId: string
  channelAccountId: string
  body: string | null
  content: StoredContent | null
}

/**
 * Makes of what is stored what a channel port takes: files with their hands, and other messages by the ids that the
 * network knows them by.
 *
 * @returns or why it cannot be sent and never will be
 */
export async function loadContent(
  sql: Sql,
  files: FileHands,
  outgoing: Outgoing,
): Promise<OutboundContent | { refused: NetworkFailure }> {
  const { content } = outgoing
  const body = outgoing.body ?? ''
  if (!content) return { kind: 'text', body }
  switch (content.kind) {
    case 'file': {
      const file = await loadFile(sql, files, outgoing, content.attachmentId)
      if (!file) return fileGone
      return { kind: 'file', file, ...(body ? { caption: body } : {}) }
    }
    case 'reaction':
    case 'edit':
    case 'revoke': {
      const target = await findTarget(sql, outgoing, content.targetId)
      if (!target) return targetUnknown
      if (content.kind === 'reaction') return { kind: 'reaction', target, emoji: outgoing.body }
      return content.kind === 'edit' ? { kind: 'edit', target, body } : { kind: 'revoke', target }
    }
    case 'location':
      return content
    case 'buttons':
    case 'list':
    case 'contact-request':
      return { ...content, body }
    case 'template': {
      const { attachmentId, templateId, ...template } = content
      if (!attachmentId) return { ...template, body }
      const file = await loadFile(sql, files, outgoing, attachmentId)
      return file ? { ...template, body, file } : fileGone
    }
  }
}

const fileGone = { refused: { code: 'file-gone', title: 'The file is not kept here any more.' } }
const targetUnknown = {
  refused: { code: 'target-unknown', title: 'The network does not know the message that this one is about.' },
}

async function loadFile(
  sql: Sql,
  files: FileHands,
  { organizationId }: Outgoing,
  attachmentId: string,
): Promise<OutboundFile | undefined> {
  const [row] = await sql.query<{ kind: FileKind; mime: string; file_name: string; size: string }>(
    `select kind, coalesce(nullif(stored_mime, 'application/octet-stream'), mime, 'application/octet-stream') as mime,
       coalesce(file_name, 'file') as file_name, size
     from attachment where organization_id = $1 and id = $2 and state = 'stored'`,
    [organizationId, attachmentId],
  )
  if (!row) return undefined
  return {
    kind: row.kind,
    mime: row.mime,
    fileName: row.file_name,
    size: Number(row.size),
    open: () => files.open(organizationId, attachmentId),
    link: () => files.link(organizationId, attachmentId),
  }
}

async function findTarget(
  sql: Sql,
  { organizationId, channelAccountId }: Outgoing,
  targetId: string,
): Promise<string | undefined> {
  const [row] = await sql.query<{ external_id: string | null }>(
    `select external_id from message where organization_id = $1 and id = $2 and channel_account_id = $3`,
    [organizationId, targetId, channelAccountId],
  )
  return row?.external_id ?? undefined
}
