/**
 * Begins to measure time, to tell whether a lease may have run out.
 *
 * @returns how many milliseconds ago that was. Of two clocks the one that says more: the steady one stands still while
 *   the machine sleeps, and the other one may be set back.
 */
export function startClock(): () => number {
  const steady = performance.now()
  const told = Date.now()
  return () => Math.max(performance.now() - steady, Date.now() - told)
}
