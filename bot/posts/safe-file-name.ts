/** Marks that turn the reading direction: with them `gpj.exe` reads as `exe.jpg`. */
const bidi = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g
const longest = 100
const longestEnding = 12

/**
 * What somebody called his file, fit to be uploaded under: one line, no way out of a folder, nothing that would end the
 * header of the upload that it stands in.
 */
export function safeFileName(name: string | null, fallback: string): string {
  const clean = (name ?? '')
    .toWellFormed()
    .replace(bidi, '')
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]/gu, '')
    .replace(/[/\\:;*?"'<>|]/g, '_')
    .replace(/^[.\s]+|[.\s]+$/g, '')
  const ending = /\.\w+$/.exec(clean)?.[0] ?? ''
  if (ending.length > longestEnding) return [...clean].slice(0, longest).join('') || fallback
  const stem = [...clean.slice(0, clean.length - ending.length)].slice(0, longest).join('')
  return stem ? stem + ending : fallback
}
