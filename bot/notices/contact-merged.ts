import { askerOf } from '#core/actor.ts'
import type { MergeSuggestion } from '#core/contacts/list-merge-suggestions.ts'
import { maskSuggestion } from '#core/contacts/list-merge-suggestions.ts'
import { shortId } from '#core/new-id.ts'
import { canSeePhones } from '#core/policy.ts'
import type { NewPost } from '#core/posts/post.ts'
import { callbackData } from '../callback-data.ts'
import { numberOf } from '../cards/words-of-lead.ts'
import type { BotTools } from '../context.ts'
import { mergeFace } from '../people/merge-face.ts'
import { isGroupChat } from '../posts/post-in.ts'
import { botActor, showPosts } from '../posts/show-posts.ts'
import { escapeHtml } from '../text/escape-html.ts'
import { cardChanges, postsBelowCard, readLeadScene } from './lead-scene.ts'
import { noticeOf } from './notice.ts'
import { type Place, placesOf } from './place.ts'
import { audienceOf, leadersOf } from './team.ts'
import { quietly } from './tell-news.ts'

/** Two contacts may be one person: the lead's owner is asked, or owners and admins while nobody has it. */
export const contactMergeSuggested = noticeOf(
  'contact.merge-suggested',
  async (tools, { id, organizationId, data }) => {
    const { leadId, suggestionId } = data
    const actor = botActor(organizationId)
    const [suggestion] = await tools.desk.ask(actor, 'listMergeSuggestions', { suggestionId })
    // Decided meanwhile, or the two have become one.
    if (!suggestion) return
    const scene = await readLeadScene(tools, organizationId, leadId)
    if (scene.card.contact.blockedAt) return
    const asked = scene.card.owner ? audienceOf(scene.team, scene.card) : leadersOf(scene.team, scene.card)
    const posts: NewPost[] = []
    for (const place of placesOf(scene, asked)) {
      const shown = await suggestionIn(tools, organizationId, place, suggestion)
      if (!shown) continue
      const write = ({ voice }: Place) => mergeFace(voice.say, shown)
      posts.push(...postsBelowCard(scene, place, `suggested:${id}`, write))
    }
    await showPosts(tools.desk, organizationId, quietly(posts))
  },
)

/** The second person is somebody of another lead: each sees of both what he may see, and a group what all may. */
async function suggestionIn(
  tools: BotTools,
  organizationId: string,
  { chat, viewer }: Place,
  suggestion: MergeSuggestion,
): Promise<MergeSuggestion | undefined> {
  if (isGroupChat(chat)) return canSeePhones(askerOf(viewer)) ? suggestion : maskSuggestion(suggestion)
  const actor = { kind: 'member' as const, organizationId, memberId: viewer.id }
  const [own] = await tools.desk.ask(actor, 'listMergeSuggestions', { suggestionId: suggestion.id })
  return own
}

/** Two contacts are one: the lead's cards say so, and whoever else is concerned learns who did it and can undo it. */
export const contactMerged = noticeOf('contact.merged', async (tools, { id, organizationId, data }) => {
  const scene = await readLeadScene(tools, organizationId, data.leadId)
  const { card, team } = scene
  const by = team.find((member) => member.id === data.byId)
  const isOther = (member: { id: string }) => member.id !== data.byId
  const others = card.owner ? audienceOf(team, card).filter(isOther) : []
  const told = placesOf(scene, others).flatMap((place) =>
    postsBelowCard(scene, place, `merged:${id}`, ({ voice: { say } }) => ({
      html: `👥 ${say('notice-merged', { by: escapeHtml(by?.name ?? say('person-unknown')), number: numberOf(card) })}`,
      buttons: [[{ text: say('button-merge-undo'), data: callbackData('unmerge', shortId(data.mergeId)) }]],
    })),
  )
  await showPosts(tools.desk, organizationId, quietly([...cardChanges(scene, id), ...told]))
})

/** A merge was taken apart: each lead's cards show its own person again. */
export const contactMergeUndone = noticeOf(
  'contact.merge-undone',
  async (tools, { id, organizationId, data }) => {
    const scene = await readLeadScene(tools, organizationId, data.leadId)
    await showPosts(tools.desk, organizationId, cardChanges(scene, id))
  },
)
