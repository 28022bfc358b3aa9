const digitsOfScripts = /[\u0660-\u0669\u06f0-\u06f9]/g
/** Accents, Hebrew points, Arabic vowels and tatweel. The vowel signs of other scripts are letters and stay. */
const marks = /[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed]|\p{Cf}/gu

/** Letters that people take for one another, and that no Unicode form brings together. */
const folded: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  ς: 'σ',
  ٱ: 'ا',
  ى: 'ي',
  ی: 'ي',
  ة: 'ه',
  ہ: 'ه',
  ھ: 'ه',
  ک: 'ك',
  ء: '',
}
const foldable = new RegExp(`[${Object.keys(folded).join('')}]`, 'gu')

/** Scripts that are written without spaces between words: each of their signs is a word of its own here. */
export const isSign = (word: string): boolean =>
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]$/u.test(word)

const signs = /([\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])/gu
const between = /[^\p{L}\p{N}\p{M}]+/gu
const plain = /^[\x20-\x7e\s]*$/

/**
 * A text as it is searched: small letters without accents, vowels of Arabic and whatever else people leave out, digits
 * in ASCII, and one space between words. What is no letter and no digit is a space too, so that `%`, `_` and `\` of what
 * people type never reach a pattern.
 */
export function normalWords(text: string): string {
  if (plain.test(text)) {
    return text
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, ' ')
      .trim()
  }
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(marks, '')
    .normalize('NFC')
    .replace(digitsOfScripts, (digit) => String((digit.codePointAt(0) ?? 0) & 0xf))
    .replace(foldable, (letter) => folded[letter] ?? letter)
    .replace(signs, ' $1 ')
    .replace(between, ' ')
    .trim()
}
