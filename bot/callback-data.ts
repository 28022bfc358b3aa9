/** Telegram's limit of what a button carries, in bytes. */
export const longestCallbackData = 64

/** What a button carries: a verb, then short ids and words. */
export function callbackData(verb: string, ...parts: string[]): string {
  const data = [verb, ...parts].join(':')
  if (Buffer.byteLength(data) > longestCallbackData) throw new Error(`The button ${verb} carries too much.`)
  return data
}

/** Reads what a button carried; undefined for what no button of ours ever carried. */
export function readCallbackData(data: string): { verb: string; parts: string[] } | undefined {
  if (!/^[a-z-]{1,20}(:[\w-]{1,40}){0,3}$/.test(data)) return undefined
  const [verb = '', ...parts] = data.split(':')
  return { verb, parts }
}
