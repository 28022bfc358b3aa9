import { on } from '../store.js'
import { words } from '../words.js'

const kept = 'parley-playground-guide'
const fresh = () => ({ done: 0, from: Date.now(), hidden: false, answeredAt: undefined, place: undefined })

/**
 * Watches for the three steps and counts them off in their order. `place` is where the lead arrived: person,
 * chat and topic. Kept for this browser tab, so that a reload does not start over.
 */
export function watchSteps(changed) {
  const saved = sessionStorage.getItem(kept)
  let state = saved ? JSON.parse(saved) : fresh()
  const set = (changes) => {
    state = { ...state, ...changes }
    sessionStorage.setItem(kept, JSON.stringify(state))
    changed(state)
  }

  on('phones', ({ phone }) => {
    if (!phone) return
    const wrote = phone.thread.findLast(({ from, at }) => from === 'customer' && at >= state.from)
    if (state.done === 0 && wrote) set({ done: 1, from: wrote.at })
    if (state.done === 2 && state.answeredAt && phone.thread.some((message) => reached(message, state)))
      set({ done: 3 })
  })
  on('customers', ({ customer, messages = [] }) => {
    const wrote = messages.findLast(({ from, at }) => from.id === customer?.id && at >= state.from)
    if (state.done === 0 && wrote) set({ done: 1, from: wrote.at })
    const answered = messages.some(({ from, viaBot, at }) => (from.isBot || viaBot) && at >= state.answeredAt)
    if (state.done === 2 && answered) set({ done: 3 })
  })
  on('staff', ({ userIds, chat, messages = [] }) => {
    const card = messages.find(
      (message) => message.from?.isBot && (message.editedAt ?? message.at) >= state.from,
    )
    if (state.done === 1 && card)
      set({ done: 2, place: { personId: userIds[0], chat, topicId: card.topicId } })
    // A greeting the desk sends by itself is no answer: a person must have written first.
    const answer = messages.find(
      ({ from, at, text }) => !from?.isBot && at >= state.from && !text?.startsWith('/'),
    )
    if (state.done === 2 && answer) set({ answeredAt: answer.at })
  })

  return {
    state: () => state,
    set,
    again: () => set(fresh()),
    all: words.guide.steps.length,
  }
}

const reached = ({ from, at, status }, { answeredAt }) =>
  from === 'business' && at >= answeredAt && status !== 'sent'
