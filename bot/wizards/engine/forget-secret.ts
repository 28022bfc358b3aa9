import type { WizardData } from './wizard-data.ts'

type Replay = WizardData['conversation']['replay']

/** What stands in the place of a secret. Not empty: a question takes no empty answer, also when it is asked of memory. */
const mark = '•'

/** What a conversation remembers, without what an update says. The steps that came of it keep their results. */
export const forgetSecret = ({ send, receive }: Replay, updateId: number): Replay => ({
  send,
  receive: receive.map((op) => {
    const { update_id, message } = Object(op.returnValue)
    if (update_id !== updateId || message?.text === undefined) return op
    return { ...op, returnValue: { ...op.returnValue, message: { ...message, text: mark } } }
  }),
})
