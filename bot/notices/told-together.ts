/** So many leads that change hands at once are told one by one; of more, one message tells (`member-removed.ts`). */
const mostAlone = 3

/** Whether a lead is one of many that changed hands at once, so that nothing is told of it alone. */
export const isToldTogether = ({ together = 1 }: { together?: number }): boolean => together > mostAlone
