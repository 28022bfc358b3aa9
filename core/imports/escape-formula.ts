/**
 * A cell that no spreadsheet takes for a formula: what begins with a sign of one, also a full-width one, behind spaces
 * or a quotation mark, gets an apostrophe in front, which spreadsheets show as text and do not print.
 */
export const escapeFormula = (cell: string): string =>
  /^["'\s]*[=+\-@＝＋－＠\t\r\n]/u.test(cell) ? `'${cell}` : cell

/** The cell behind that apostrophe, so that what we gave out, or what people type in spreadsheets, comes back as it was. */
export const unescapeFormula = (cell: string): string => cell.replace(/^'(?=["'\s]*[=+\-@＝＋－＠])/u, '')
