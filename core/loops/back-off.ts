/**
 * How long to wait before the next attempt: twice as long after each failure, up to a limit, a quarter more or less by
 * chance, so that many that failed together do not come back together. In the unit of `first` and `longest`.
 *
 * @param failures 0 gives `first`
 */
export const backOff = (failures: number, first: number, longest: number): number =>
  Math.min(longest, first * 2 ** failures) * (0.75 + Math.random() / 2)
