/** Names of topics among the group's posts: the post that makes a topic is what others say that they stand in. */
export const leadTopicKey = (leadId: string): string => `topic:${leadId}`
export const lobbyTopicKey = 'topic:lobby'

/** Names of a lead's claim cards in the lobby; a released lead gets a new one, named by what released it. */
export const lobbyKey = (leadId: string, opener?: string): string =>
  opener === undefined ? `lobby:${leadId}` : `lobby:${leadId}:${opener}`

export const isLobbyKey = (key: string): boolean => key.startsWith('lobby:')
