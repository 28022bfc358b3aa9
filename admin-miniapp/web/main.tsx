import { render } from 'preact'
import { App } from './app.tsx'
import { readTongue } from './state/words.ts'
import './style/ground.css'
import './style/list.css'
import './style/lead.css'
import { loadTelegram } from './telegram/bridge.ts'
import { takeLaunch } from './telegram/launch.ts'
import { paint } from './telegram/theme.ts'

const launch = takeLaunch()
paint(launch.theme)
const place = document.getElementById('page')
if (place) {
  // The words that the person's Telegram speaks; the session may know better.
  void readTongue(launch.language).then((tongue) => render(<App launch={launch} first={tongue} />, place))
}
// Last: nothing waits for it, and where it cannot be reached nothing is missing but Telegram's own buttons.
loadTelegram()
