/** What became of a message that its sender, or the network, changed after it was sent. */
export interface MessageChange {
  accountId: string
  /** The network's id of the message that was changed. */
  externalId: string
  change: 'edited' | 'revoked' | 'erased'
  /** Of an edit: the new text; null where only a file was changed. */
  body: string | null
  at: Date
}

/** How a message stands, as far as its changes go. */
export interface ChangedState {
  editedAt: Date | null
  revokedAt: Date | null
  erasedAt: Date | null
  /** The text of the newest edit of those that were just heard of; null: none of them brought one. */
  body: string | null
}

/**
 * Decides what a change makes of a message. Changes come in any order and twice: the newest edit counts, and what is
 * gone stays gone.
 *
 * @returns undefined when the change says nothing new
 */
export function decideChange(
  state: ChangedState,
  { change, body, at }: MessageChange,
): ChangedState | undefined {
  switch (change) {
    case 'erased':
      return state.erasedAt ? undefined : { ...state, erasedAt: at, body: null }
    case 'revoked':
      return state.revokedAt ? undefined : { ...state, revokedAt: at }
    case 'edited':
      if (state.erasedAt || (state.editedAt && state.editedAt >= at)) return undefined
      return { ...state, editedAt: at, body: body ?? state.body }
  }
}
