import { openCalls } from './calls/calls-column.js'
import { goLive } from './live.js'
import { openPhones } from './phones/phones-column.js'
import { openStaff } from './staff/staff-column.js'
import { restoreTheme } from './theme.js'
import { openColumnTabs } from './top/column-tabs.js'
import { openGuide } from './top/guide.js'
import { openTopBar } from './top/top-bar.js'

restoreTheme()
openTopBar(document.getElementById('top-bar'))
openGuide(document.getElementById('guide'), document.querySelector('.top-actions'))
openPhones(document.getElementById('phones'))
openStaff(document.getElementById('staff'))
openCalls(document.getElementById('calls'))
openColumnTabs(document.getElementById('column-tabs'))
goLive()
