/** Only a bare number of 16 digits or more can lie beyond 2^53; bodies without one take the fast way. */
const mayHoldBigNumber = /[:[,]\s*-?\d{16}/

/**
 * JSON with whole numbers beyond 2^53 kept as strings of their digits: Meta writes some ids as numbers that a
 * double would round to somebody else's id.
 *
 * @throws SyntaxError when it is not JSON
 */
export function parseLosslessly(text: string): unknown {
  if (!mayHoldBigNumber.test(text)) return JSON.parse(text)
  try {
    return JSON.parse(text, keepBigNumber)
  } catch (error) {
    // A reviver walks recursively: nesting that the parser itself can bear may be too deep for it.
    if (error instanceof RangeError) return JSON.parse(text)
    throw error
  }
}

function keepBigNumber(_key: string, value: unknown, context?: { source?: string }): unknown {
  if (typeof value !== 'number' || Number.isSafeInteger(value)) return value
  const source = context?.source ?? ''
  return /^-?\d+$/.test(source) ? source : value
}
