/**
 * Shares the places of a process out among accounts: one to each in turn, in the order given, until every account has
 * the room it asked for or no place is left. So no account takes the places of another that has little to send.
 *
 * @param rooms how many messages each account may send now
 * @returns how many each gets
 */
export function sharePlaces(rooms: readonly number[], places: number): number[] {
  const shares = rooms.map(() => 0)
  let left = places
  for (let isGiving = true; isGiving && left > 0; ) {
    isGiving = false
    for (const [account, room] of rooms.entries()) {
      if (left === 0 || (shares[account] ?? 0) >= room) continue
      shares[account] = (shares[account] ?? 0) + 1
      left -= 1
      isGiving = true
    }
  }
  return shares
}
