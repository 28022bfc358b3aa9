import { newObjectId } from '../ids.ts'
import type { Template } from '../template.ts'

/** The message templates of the accounts. */
export interface TemplateStore {
  /** Those every account has, and those this one submitted. */
  of(wabaId: string): Template[]
  byId(id: string): Template | undefined
  add(template: Omit<Template, 'id'>): Template
  remove(template: Template): void
  save(): Template[]
  restore(saved: Template[]): void
}

export function createTemplateStore(starting: readonly Template[]): TemplateStore {
  let templates = structuredClone([...starting])
  return {
    of: (wabaId) =>
      templates.filter((template) => template.wabaId === undefined || template.wabaId === wabaId),
    byId: (id) => templates.find((template) => template.id === id),
    add(wanted) {
      const template = { ...wanted, id: newObjectId() }
      templates.push(template)
      return template
    },
    remove(template) {
      templates = templates.filter((one) => one !== template)
    },
    save: () => templates,
    restore(saved) {
      templates = saved
    },
  }
}
