import { isRecord } from './loose-json.ts'

/** Meta counts calls by the hour: a longer wait is asked for again when it comes to that. */
const longest = 3_600_000

/**
 * The wait until a spent allowance of calls is back, as Meta tells it in `X-Business-Use-Case-Usage`, in minutes:
 * `{"<account>": [{"estimated_time_to_regain_access": 12}]}`; undefined where it names none.
 */
export function readRegainMs(headers: Headers): number | undefined {
  const header = headers.get('x-business-use-case-usage')
  if (header === null) return undefined
  const minutes = usagesIn(header).map((usage) => Number(usage.estimated_time_to_regain_access))
  const wait = Math.max(0, ...minutes.filter(Number.isFinite)) * 60_000
  return wait > 0 ? Math.min(wait, longest) : undefined
}

function usagesIn(header: string): Record<string, unknown>[] {
  try {
    const usage: unknown = JSON.parse(header)
    return isRecord(usage) ? Object.values(usage).flat().filter(isRecord) : []
  } catch (error) {
    if (error instanceof SyntaxError) return []
    throw error
  }
}
