/** Webhooks write `en-US` where the API writes `en_US`. */
export function templateLanguage(language: string): string {
  return language.replace('-', '_')
}
