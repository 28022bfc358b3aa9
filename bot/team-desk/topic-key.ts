import { firstCardKey, laterCardKey } from '../cards/card-key.ts'
import { isGroupChat } from '../posts/post-in.ts'

/** Names of topics among a chat's posts: the post that makes a topic is what others say that they stand in. */
export const leadTopicKey = (leadId: string): string => `topic:${leadId}`
export const lobbyTopicKey = 'topic:lobby'

/** The card that is pinned in a lead's topic. A private chat may have shown the lead before it had the topic. */
export const topicCardKey = (chat: string, leadId: string): string =>
  isGroupChat(chat) ? firstCardKey(leadId) : laterCardKey(leadId, 'topic')

/** Names of a lead's claim cards in the lobby; a released lead gets a new one, named by what released it. */
export const lobbyKey = (leadId: string, opener?: string): string =>
  opener === undefined ? `${lobbyPrefix}${leadId}` : `${lobbyPrefix}${leadId}:${opener}`

export const lobbyPrefix = 'lobby:'
export const isLobbyKey = (key: string): boolean => key.startsWith(lobbyPrefix)
