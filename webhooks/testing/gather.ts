import type { Asked } from '#core/channels/channel-port.ts'

/** All pages of a list as one, or the first that is none. */
export async function gather<Value>(
  pages: AsyncIterable<Asked<Value[]>> | undefined,
): Promise<Asked<Value[]>> {
  const all: Value[] = []
  for await (const page of pages ?? []) {
    if (page.outcome !== 'found') return page
    all.push(...page.value)
  }
  return { outcome: 'found', value: all }
}
