import { el } from './element.js'
import { icon } from './icons.js'
import { words } from './words.js'

/**
 * Opens a modal dialog. `submit(data)` gets the FormData and may return a promise; the dialog closes when it
 * resolves and stays open when it fails (the refusal is shown as a toast by the caller's API call).
 */
export function openDialog({ title, body, submitLabel, submit, className = '' }) {
  const heading = el('h2', { id: 'dialog-title', dir: 'auto' }, title)
  const close = el(
    'button',
    { type: 'button', class: 'icon-button', 'aria-label': words.close, onclick: () => dialog.close() },
    icon('close'),
  )
  const go = submitLabel && el('button', { type: 'submit', class: 'button primary' }, submitLabel)
  const form = el(
    'form',
    { class: 'dialog-form', method: 'dialog' },
    el('header', {}, heading, close),
    ...body,
    go && el('footer', {}, go),
  )
  const dialog = el('dialog', { class: `dialog ${className}`, 'aria-labelledby': 'dialog-title' }, form)
  form.addEventListener('submit', async (event) => {
    event.preventDefault()
    go?.setAttribute('disabled', '')
    try {
      await submit?.(new FormData(form))
      dialog.close()
    } catch {
      go?.removeAttribute('disabled')
    }
  })
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog) dialog.close()
  })
  dialog.addEventListener('close', () => dialog.remove())
  document.body.append(dialog)
  dialog.showModal()
  return dialog
}

/** A labelled input for a dialog; `input` may be any form control. */
export function field(label, input) {
  return el('label', { class: 'field' }, el('span', { class: 'field-label' }, label), input)
}

/** A row of choices of which one holds (radio) or any may hold (checkbox). */
export function choices(legend, name, type, options) {
  const rows = options.map(({ value, label, checked }) =>
    el(
      'label',
      { class: 'choice' },
      el('input', { type, name, value, checked }),
      el('span', { dir: 'auto' }, label),
    ),
  )
  return el(
    'fieldset',
    { class: 'choices' },
    el('legend', { class: 'field-label' }, legend),
    el('div', { class: 'choice-row' }, ...rows),
  )
}

export function select(name, options, chosen) {
  const rows = Object.entries(options).map(([value, label]) =>
    el('option', { value, selected: value === chosen }, label),
  )
  return el('select', { name, class: 'input' }, ...rows)
}
