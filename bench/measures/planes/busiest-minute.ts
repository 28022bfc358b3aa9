/** The most of these moments that lie within any one minute. In milliseconds, in their order. */
export function busiestMinute(moments: readonly number[]): number {
  let most = 0
  let first = 0
  for (const [index, at] of moments.entries()) {
    while (at - (moments[first] as number) >= 60_000) first += 1
    most = Math.max(most, index - first + 1)
  }
  return most
}
