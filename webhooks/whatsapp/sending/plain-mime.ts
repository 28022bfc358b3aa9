/** `audio/ogg; codecs=opus` is `audio/ogg` to every rule. */
export function plainMime(mime: string): string {
  return mime.split(';')[0]?.trim().toLowerCase() ?? ''
}
