import { findChannel } from './channels/find-channel.ts'
import { listChannels } from './channels/list-channels.ts'
import { readForm } from './channels/read-form.ts'
import { listMergeSuggestions } from './contacts/list-merge-suggestions.ts'
import { readContact } from './contacts/read-contact.ts'
import { findWaysToAnswer } from './conversations/find-ways-to-answer.ts'
import { readMessage } from './conversations/read-message.ts'
import { findLead } from './leads/find-lead.ts'
import { listInbox } from './leads/list-inbox.ts'
import { readHistory } from './leads/read-history.ts'
import { readNote } from './leads/read-note.ts'
import { findAttachment } from './media/find-attachment.ts'
import { listAlbumFiles } from './media/list-album-files.ts'
import { findPost } from './posts/find-post.ts'
import { listNewestPosts } from './posts/list-newest-posts.ts'
import { listPostsAbout } from './posts/list-posts-about.ts'
import { findMemberships } from './team/find-memberships.ts'
import { listMembers } from './team/list-members.ts'
import { listTemplates } from './templates/list-templates.ts'

/** Everything the desk can be asked to look up, by name. */
export const queries = {
  findAttachment,
  findChannel,
  findLead,
  findMemberships,
  findPost,
  findWaysToAnswer,
  listAlbumFiles,
  listChannels,
  listInbox,
  listMembers,
  listMergeSuggestions,
  listNewestPosts,
  listPostsAbout,
  listTemplates,
  readContact,
  readForm,
  readHistory,
  readMessage,
  readNote,
}
