import { api } from '../api.js'
import { choices, field, openDialog } from '../dialog.js'
import { el } from '../element.js'
import { toast } from '../toast.js'
import { words } from '../words.js'

const say = words.leads
const sources = ['facebook', 'google', 'linkedin', 'website', 'json']

const input = (name, value, type = 'text') =>
  el('input', { class: 'input', name, value, type, dir: 'auto', autocomplete: 'off' })

const tick = (name, label) =>
  el('label', { class: 'choice' }, el('input', { type: 'checkbox', name }), el('span', {}, label))

/** What each source calls the same four answers, and where its control stands. */
const shapes = {
  facebook: ({ name, email, phone, question }, data) => ({
    path: '/meta/leads',
    body: {
      fields: { full_name: name, email, phone_number: phone, 'what_are_you_looking_for?': question },
      organic: data.has('organic'),
    },
  }),
  google: ({ name, email, phone, question }, data) => ({
    path: '/leads/google',
    body: {
      fields: { FULL_NAME: name, EMAIL: email, PHONE_NUMBER: phone, your_question: question },
      isTest: data.has('test'),
    },
  }),
  linkedin: ({ name, email, phone, question }, data) => {
    const [firstName, ...rest] = name.split(' ')
    return {
      path: '/leads/linkedin',
      body: {
        answers: { firstName, lastName: rest.join(' '), email, phone, need: question },
        testLead: data.has('test'),
      },
    }
  },
  website: ({ name, email, phone, question }) => ({
    path: '/leads/website',
    body: { fields: { name, email, phone, message: question } },
  }),
  json: (_, data) => ({ path: '/leads/json', body: { body: JSON.parse(data.get('json')) } }),
}

/** Somebody fills in a form somewhere: Facebook, Google, LinkedIn, the demo website, or any tool that posts JSON. */
export function openLeadForm() {
  const source = choices(
    say.source,
    'source',
    'radio',
    sources.map((value, at) => ({ value, label: say.sources[value], checked: at === 0 })),
  )
  const json = el('textarea', { class: 'input', name: 'json', dir: 'ltr', rows: '7', spellcheck: 'false' })
  json.value = JSON.stringify(say.sample.json, null, 2)
  const parts = {
    answers: el(
      'div',
      { class: 'dialog-form-part' },
      field(say.name, input('name', say.sample.name)),
      field(say.email, input('email', say.sample.email, 'email')),
      field(say.phone, input('phone', say.sample.phone, 'tel')),
      field(say.question, input('question', say.sample.question)),
    ),
    facebook: el('div', {}, tick('organic', say.organic), tick('outage', say.outage)),
    test: el('div', {}, tick('test', say.test)),
    website: el('a', { href: '/website/', target: '_blank', rel: 'noopener' }, say.openWebsite),
    json: field(say.json, json),
  }
  const show = (chosen) => {
    parts.answers.hidden = chosen === 'json'
    parts.facebook.hidden = chosen !== 'facebook'
    parts.test.hidden = chosen !== 'google' && chosen !== 'linkedin'
    parts.website.hidden = chosen !== 'website'
    parts.json.hidden = chosen !== 'json'
  }
  source.addEventListener('change', (event) => show(event.target.value))
  show(sources[0])
  openDialog({
    title: say.title,
    className: 'lead-dialog',
    body: [source, ...Object.values(parts)],
    submitLabel: say.submit,
    submit: submitLead,
  })
}

async function submitLead(data) {
  const chosen = data.get('source')
  const answers = Object.fromEntries(
    ['name', 'email', 'phone', 'question'].map((key) => [key, data.get(key).trim()]),
  )
  let wish
  try {
    wish = shapes[chosen](answers, data)
  } catch (cause) {
    toast(say.noJson)
    throw cause
  }
  const silent = chosen === 'facebook' && data.has('outage')
  if (silent) await api('PUT', '/meta/leads/outage', { on: true })
  try {
    const { statuses, told } = await api('POST', wish.path, wish.body)
    if (statuses) toast(say.answered(statuses.join(', ')))
    else toast(told ? say.told : say.untold)
  } finally {
    if (silent) await api('PUT', '/meta/leads/outage', { on: false })
  }
}
