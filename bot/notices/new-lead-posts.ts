import type { NewPost } from '#core/posts/post.ts'
import { cardPosts, type LeadScene } from './lead-scene.ts'
import { lobbyPosts } from './lobby.ts'
import { placesOf } from './place.ts'
import type { Colleague } from './team.ts'

/** A new lead: its card in every place, and where the team has a group and nobody has the lead, a claim card in the lobby. */
export const newLeadPosts = (scene: LeadScene, members: Colleague[]): NewPost[] => [
  ...placesOf(scene, members).flatMap((place) => cardPosts(scene, place)),
  ...(scene.card.owner ? [] : lobbyPosts(scene)),
]
