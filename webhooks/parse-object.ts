import { isRecord, type JsonRecord } from './meta/loose-json.ts'

/** The JSON object in a body; undefined for anything else, which no network of ours sends. */
export function parseObject(body: Buffer): JsonRecord | undefined {
  try {
    const json: unknown = JSON.parse(body.toString('utf8'))
    return isRecord(json) ? json : undefined
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}
