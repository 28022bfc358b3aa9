import { askerOf } from '#core/actor.ts'
import type { OutputOf } from '#core/desk.ts'
import { DeskError } from '#core/errors.ts'
import { canMergeContacts } from '#core/policy.ts'
import type { queries } from '#core/queries.ts'
import { isCardKey } from '../cards/card-key.ts'
import { goneFace } from '../cards/gone-face.ts'
import { historyFace } from '../cards/history-face.ts'
import { outdatedInbox } from '../cards/inbox-face.ts'
import { cardText, leadCardFace } from '../cards/lead-card-face.ts'
import { nameOf, numberOf } from '../cards/words-of-lead.ts'
import { draftOfKey } from '../drafts/draft-key.ts'
import { personFace } from '../people/person-face.ts'
import type { Face } from '../posts/post-content.ts'
import { botActor } from '../posts/show-posts.ts'
import { outdatedFound } from '../search/found-face.ts'
import { isLobbyKey } from '../team-desk/topic-key.ts'
import { ownDirection } from '../text/direction.ts'
import { escapeHtml } from '../text/escape-html.ts'
import type { Voice } from '../voice.ts'
import { tellAlbum } from './announce-album.ts'
import { announcement } from './announce-message.ts'
import { shownDraft } from './draft-changed.ts'
import type { LeadScene } from './lead-scene.ts'
import { claimFace } from './lobby.ts'
import { queuedAnswer } from './message-queued.ts'
import { albumPrefix, queuedKey, type ReadMessage, readMessage, voiceIn } from './message-scene.ts'
import { isDeskOf, isTopicOf, topicPlace } from './place.ts'
import { seesLead } from './team.ts'

type PostAbout = OutputOf<(typeof queries)['listPostsAbout']>[number]

/** How a post looks without the erased words; undefined: it does not show any. Without buttons it keeps those it has. */
export type FaceWithout = (post: PostAbout, target: string) => Promise<Face | undefined>

/** As far back as a history is shown. */
const newestLines = 100

const messageKeys = /^(?:message|edit|queued|revoked):([0-9a-f-]{36})$/

/** Posts that tell a message with what it quotes. */
const retold = /^(?:message|queued|album):/

/** In the place of what an erased message said. */
export function erasedFace({ card }: LeadScene, { say }: Voice): Face {
  const who = `<b>${ownDirection(escapeHtml(nameOf(say, card)))}</b> · ${numberOf(card)}`
  return { html: `${who}\n🗑 <i>${say('message-erased')}</i>`, buttons: [] }
}

/** Tells how posts look after a message was erased; what they show anew is read once. */
export function createFaceWithout(
  scene: LeadScene,
  organizationId: string,
  erased: ReadMessage,
): FaceWithout {
  const { tools, card, team } = scene
  const actor = botActor(organizationId)
  const leadId = card.id
  const once = <Value>(read: () => Promise<Value>) => {
    let value: Promise<Value> | undefined
    return () => {
      value ??= read()
      return value
    }
  }
  const readLines = once(() => tools.desk.ask(actor, 'readHistory', { leadId, limit: newestLines }))
  const readPerson = once(() => tools.desk.ask(actor, 'readContact', { leadId }))

  const faceIn: FaceWithout = async ({ chatId, content, isNamed }, target) => {
    const draftId = draftOfKey(target)
    const voice = voiceIn(scene, chatId)
    if (draftId) {
      if (!isNamed) return undefined
      return (await shownDraft(scene, organizationId, draftId, chatId)) ?? erasedFace(scene, voice)
    }
    const viewer = team.find(({ telegramUserId }) => String(telegramUserId) === chatId)
    if (isDeskOf(scene, chatId)) {
      const [place] = topicPlace(scene)
      if (place && isCardKey(target)) return leadCardFace(voice, card, place.viewer)
      if (isLobbyKey(target)) return claimFace(scene)
    }
    if (isCardKey(target)) {
      return viewer ? leadCardFace(voice, card, viewer) : { html: cardText(voice, card), buttons: [] }
    }
    if (target.startsWith('history:')) {
      return { html: historyFace(voice, card, await readLines(), card.timeZone).html }
    }
    if (target.startsWith('person:')) {
      const mayWork = viewer !== undefined && canMergeContacts(askerOf(viewer))
      return personFace(voice, await readPerson(), card.timeZone, mayWork)
    }
    if (target.startsWith('inbox:')) return outdatedInbox(voice)
    if (target.startsWith('found:')) return outdatedFound(voice)
    if (erased.albumId && target.startsWith(albumPrefix(erased.albumId))) {
      return {
        html:
          (await tellAlbum(scene, organizationId, voice, erased, isTopicOf(scene, chatId))) ??
          erasedFace(scene, voice).html,
      }
    }
    const id = messageKeys.exec(target)?.[1] ?? content.messageId
    if (typeof id !== 'string') return undefined
    if (id === erased.id) return erasedFace(scene, voice)
    return isNamed && retold.test(target) ? tellAnew(scene, organizationId, chatId, target, id) : undefined
  }
  return async (post, target) => {
    const face = await faceIn(post, target)
    // A page of several leads says nothing of any when it is outdated.
    const isPage = target.startsWith('inbox:') || target.startsWith('found:')
    return face && !isPage && isOutOfSight(scene, post.chatId)
      ? goneFace(voiceIn(scene, post.chatId), card)
      : face
  }
}

/** Whether whoever reads the chat may not see the lead any more, or has left. */
function isOutOfSight(scene: LeadScene, chatId: string): boolean {
  if (isDeskOf(scene, chatId)) return false
  const viewer = scene.team.find(({ telegramUserId }) => String(telegramUserId) === chatId)
  return !viewer || !seesLead(viewer, scene.card)
}

/** Another message, which refers to the erased one: it is told again, and what it quotes is nothing now. */
async function tellAnew(
  scene: LeadScene,
  organizationId: string,
  chat: string,
  target: string,
  messageId: string,
): Promise<Face | undefined> {
  try {
    const voice = voiceIn(scene, chat)
    const message = await readMessage(scene.tools, organizationId, messageId)
    if (message.erasedAt) return erasedFace(scene, voice)
    if (target === queuedKey(messageId)) return { html: queuedAnswer(scene, voice, message) }
    return { html: announcement(scene, voice, message, isTopicOf(scene, chat)) }
  } catch (error) {
    if (error instanceof DeskError && error.kind === 'not-found')
      return erasedFace(scene, voiceIn(scene, chat))
    throw error
  }
}
