/** As much of Telegram's script as is used here; every part of it may be missing in an older Telegram. */
export interface WebApp {
  initData: string
  themeParams: Record<string, string>
  isVersionAtLeast(version: string): boolean
  ready(): void
  expand(): void
  onEvent(event: 'themeChanged', handler: () => void): void
  setHeaderColor(color: string): void
  setBackgroundColor(color: string): void
  disableVerticalSwipes?(): void
  BackButton: {
    show(): void
    hide(): void
    onClick(handler: () => void): void
    offClick(handler: () => void): void
  }
}

declare global {
  interface Window {
    Telegram?: { WebApp?: WebApp }
  }
}

/** Telegram's script, where it is loaded already. */
export const webApp = (): WebApp | undefined => window.Telegram?.WebApp
