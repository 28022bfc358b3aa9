const met = new Set(['40001', '40P01', '23505'])

/** Does something again while it meets another transaction on the same rows, as the inbox and the desk do. */
export async function meetAgain<Result>(work: () => Promise<Result>): Promise<Result> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work()
    } catch (error) {
      if (attempt === 20 || !met.has(String((error as { code?: unknown }).code))) throw error
    }
  }
}
