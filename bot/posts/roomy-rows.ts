/** How wide a button's words may be, by how many stand in its row, before a narrow phone cuts them. */
const room: Record<number, number> = { 2: 30, 3: 14, 4: 8, 5: 6, 6: 5, 7: 4, 8: 3 }

/**
 * Rows whose words a narrow phone can show: languages need more or less room for the same, so a row that would be cut
 * becomes several with fewer in each, in the same order.
 */
export const roomyRows = <B extends { text: string }>(rows: B[][]): B[][] =>
  rows.flatMap((row) => {
    const widest = Math.max(...row.map(({ text }) => widthOf(text)))
    let size = row.length
    while (size > 1 && widest > (room[size] ?? 0)) size -= 1
    const lines = Math.ceil(row.length / size)
    const each = Math.ceil(row.length / lines)
    return Array.from({ length: lines }, (_, line) => row.slice(line * each, line * each + each))
  })

/** In letters: a picture is as wide as two, marks and signs of direction have no width. */
function widthOf(text: string): number {
  const seen = text.replace(/[\p{Cf}\p{M}]/gu, '')
  return [...seen].length + (seen.match(/\p{Extended_Pictographic}/gu)?.length ?? 0)
}
