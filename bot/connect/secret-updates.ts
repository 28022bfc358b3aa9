/** Updates in whose text somebody gave a secret. Weak: they are gone with their handling. */
const updates = new WeakSet<object>()

/** From now on the update counts as one that must not be kept: its stored body is emptied once it is handled. */
export const markSecret = (update: object): void => void updates.add(update)

export const holdsSecret = (update: object): boolean => updates.has(update)
