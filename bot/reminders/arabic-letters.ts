const letters: Record<string, string> = { أ: 'ا', إ: 'ا', آ: 'ا', ٱ: 'ا', ة: 'ه', ى: 'ي', ؤ: 'و', ئ: 'ي' }
/** Vowel signs and the line that stretches words: written or not, a word is the same. */
const unheard = /[\u064B-\u0652\u0670\u0640]/

/** A text whose words can be compared, with the place in the original of each of its characters. */
export interface PlainArabic {
  text: string
  places: number[]
}

/** Arabic as people write it, made alike: digits, the forms of alif and of final letters, without vowel signs. */
export function plainArabic(original: string): PlainArabic {
  let text = ''
  const places: number[] = []
  for (const [index, sign] of [...original].entries()) {
    if (unheard.test(sign)) continue
    text += digitOf(sign) ?? letters[sign] ?? sign.toLowerCase()
    while (places.length < text.length) places.push(index)
  }
  places.push([...original].length)
  return { text, places }
}

/** The digits of Arabic and of Persian. */
function digitOf(sign: string): string | undefined {
  const code = sign.codePointAt(0) ?? 0
  if (code >= 0x0660 && code <= 0x0669) return String(code - 0x0660)
  if (code >= 0x06f0 && code <= 0x06f9) return String(code - 0x06f0)
  return undefined
}

export const hasArabic = (text: string): boolean => /[\u0600-\u06FF]/.test(text)
