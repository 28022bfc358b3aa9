import { findChannel } from './channels/find-channel.ts'
import { listChannels } from './channels/list-channels.ts'
import { readMessage } from './conversations/read-message.ts'
import { findLead } from './leads/find-lead.ts'
import { listInbox } from './leads/list-inbox.ts'
import { readHistory } from './leads/read-history.ts'
import { readNote } from './leads/read-note.ts'
import { findPost } from './posts/find-post.ts'
import { listNewestPosts } from './posts/list-newest-posts.ts'
import { findMemberships } from './team/find-memberships.ts'
import { listMembers } from './team/list-members.ts'
import { listTemplates } from './templates/list-templates.ts'

/** Everything the desk can be asked to look up, by name. */
export const queries = {
  findChannel,
  findLead,
  findMemberships,
  findPost,
  listChannels,
  listInbox,
  listMembers,
  listNewestPosts,
  listTemplates,
  readHistory,
  readMessage,
  readNote,
}
