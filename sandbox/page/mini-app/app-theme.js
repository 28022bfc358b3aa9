import { currentTheme } from '../theme.js'

/** The colours of Telegram's apps as a Mini App is told of them, by the names of the Bot API. */
const palettes = {
  light: {
    accent_text_color: '#2678b6',
    bg_color: '#ffffff',
    bottom_bar_bg_color: '#f1f1f1',
    button_color: '#2678b6',
    button_text_color: '#ffffff',
    destructive_text_color: '#c5302c',
    header_bg_color: '#ffffff',
    hint_color: '#6b7177',
    link_color: '#2678b6',
    secondary_bg_color: '#f1f1f1',
    section_bg_color: '#ffffff',
    section_header_text_color: '#2678b6',
    section_separator_color: '#e7e7e7',
    subtitle_text_color: '#6b7177',
    text_color: '#000000',
  },
  dark: {
    accent_text_color: '#6ab2f2',
    bg_color: '#17212b',
    bottom_bar_bg_color: '#17212b',
    button_color: '#5288c1',
    button_text_color: '#ffffff',
    destructive_text_color: '#ec3942',
    header_bg_color: '#17212b',
    hint_color: '#8496a5',
    link_color: '#6ab3f3',
    secondary_bg_color: '#0e1621',
    section_bg_color: '#17212b',
    section_header_text_color: '#6ab3f3',
    section_separator_color: '#111921',
    subtitle_text_color: '#8496a5',
    text_color: '#f5f5f5',
  },
}

/** Those of the playground as it looks now. */
export const themeParams = () => palettes[currentTheme()]
