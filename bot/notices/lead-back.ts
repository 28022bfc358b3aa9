import { nameOf, numberOf } from '../cards/words-of-lead.ts'
import { escapeHtml } from '../text/escape-html.ts'
import { cardChanges, postsBelowCard, readLeadScene } from './lead-scene.ts'
import { noticeOf } from './notice.ts'
import { callOut, ownPlace } from './own-place.ts'
import { readStates, tellNews } from './tell-news.ts'

/**
 * A lead that was put off is back in the inbox: its cards say so, and whoever has it is told, else who had put it off. It is
 * for him by name, as a reminder is.
 */
export const leadBack = noticeOf('lead.snooze-ended', async (tools, { id, organizationId, data }) => {
  const scene = await readLeadScene(tools, organizationId, data.leadId)
  const { card, team } = scene
  const whose = card.owner?.id ?? data.byId
  const member = team.find((one) => one.id === whose && !one.unreachable)
  const states = await readStates(scene, organizationId)
  const told = member
    ? postsBelowCard(scene, ownPlace(scene, states, member), `back:${id}`, (place) => {
        const { say } = place.voice
        const values = { number: numberOf(card), name: escapeHtml(nameOf(say, card)) }
        return { html: `${callOut(place, member)}😴 ${say('notice-back', values)}` }
      })
    : []
  await tellNews(scene, organizationId, id, [...cardChanges(scene, id), ...told], () => 'personal')
})
