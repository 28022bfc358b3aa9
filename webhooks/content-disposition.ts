/** Marks that turn the reading direction: with them `gpj.exe` reads as `exe.jpg`. */
const bidi = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g
const longest = 120

/** What a stranger called his file, made fit to be a file's name anywhere; `fallback` when nothing is left of it. */
export function cleanFileName(name: string, fallback: string): string {
  const clean = name
    .toWellFormed()
    .replace(bidi, '')
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]/gu, '')
    .replace(/[/\\:*?"<>|]/g, '_')
    .replace(/^[.\s]+|[.\s]+$/g, '')
  // The end of a name says what it is: the middle gives way.
  const characters = [...clean]
  const short =
    characters.length > longest
      ? [...characters.slice(0, longest - 20), ...characters.slice(-20)]
      : characters
  return short.join('') || fallback
}

/** The header of RFC 6266, with the whole name as RFC 5987 has it and an ASCII one for who cannot read that. */
export function contentDisposition(disposition: 'inline' | 'attachment', name: string): string {
  const plain = name.replace(/[^\w .()-]/g, '_')
  const encoded = encodeURIComponent(name).replace(
    /['()*!]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `${disposition}; filename="${plain}"; filename*=UTF-8''${encoded}`
}
