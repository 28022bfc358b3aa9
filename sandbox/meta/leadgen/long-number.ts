/** What JSON.rawJSON makes: text that JSON.stringify writes as it stands. */
type RawJson = (text: string) => object

/**
 * Digits as a JSON number. Ids of leads are larger than a JavaScript number holds; a receiver that parses them as one
 * asks for a lead that does not exist.
 */
export function longNumber(digits: string): object {
  const { rawJSON } = JSON as unknown as { rawJSON: RawJson }
  return rawJSON(digits)
}
