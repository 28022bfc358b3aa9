import { openDialog } from '../dialog.js'
import { el } from '../element.js'
import { toast } from '../toast.js'
import { words } from '../words.js'

const groups = [
  {
    title: words.real.telegram,
    names: ['TELEGRAM_STAFF_BOT_TOKEN', 'OWNER_TELEGRAM_ID'],
    guide: 'docs/connect-telegram.md',
  },
  {
    title: words.real.whatsapp,
    names: [
      'META_APP_SECRET',
      'META_VERIFY_TOKEN',
      'WHATSAPP_PHONE_NUMBER_ID',
      'WHATSAPP_BUSINESS_ACCOUNT_ID',
      'WHATSAPP_ACCESS_TOKEN',
    ],
    guide: 'docs/connect-whatsapp.md',
  },
  { title: words.real.everywhere, names: ['PUBLIC_URL'] },
]

/** Which variables turn the simulated networks into the real ones, and where each step is written down. */
export function openGoReal() {
  const body = groups.flatMap(({ title, names, guide }) => [
    el('h3', {}, title),
    el(
      'dl',
      { class: 'variables' },
      ...names.flatMap((name) => [
        el('dt', {}, el('code', {}, name)),
        el('dd', {}, words.real.variables[name]),
      ]),
    ),
    guide && el('p', { class: 'hint' }, `${words.real.docs} `, el('code', {}, guide)),
  ])
  const copy = el('button', { type: 'button', class: 'button', onclick: copyLines }, words.real.copy)
  openDialog({
    title: words.real.title,
    body: [el('p', {}, words.real.line), ...body, el('div', {}, copy)],
    className: 'wide',
  })
}

async function copyLines() {
  await navigator.clipboard.writeText(
    `${groups.flatMap(({ names }) => names.map((name) => `${name}=`)).join('\n')}\n`,
  )
  toast(words.real.copied, 1500)
}
