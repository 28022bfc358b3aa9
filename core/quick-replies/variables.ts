/** What a quick reply can say of the lead, the member and the business. */
export const variables = ['name', 'first_name', 'lead', 'agent', 'business'] as const
export type Variable = (typeof variables)[number]

/** Those that mean something only where there is a lead. */
export const ofLead: readonly Variable[] = ['name', 'first_name', 'lead']

export type Values = Partial<Record<Variable, string>>

export interface Filled {
  text: string
  /** Variables that there are not, as they were written, such as `prize`: they stand in the text as they were. */
  unknown: string[]
  /** Variables whose value nobody knows here, such as the name of somebody who has told none: likewise. */
  missing: Variable[]
}

const placeholder = /\{\s*([\p{L}\p{N}_ -]{1,40}?)\s*\}/gu

const isVariable = (name: string): name is Variable => variables.some((variable) => variable === name)

/** Fills a quick reply in. Values go in as they are and are not looked through again, whatever they hold. */
export function fillVariables(body: string, values: Values): Filled {
  const unknown = new Set<string>()
  const missing = new Set<Variable>()
  const text = body.replace(placeholder, (whole, written: string) => {
    const name = written.toLowerCase().replace(/[ -]/g, '_')
    if (!isVariable(name)) {
      unknown.add(written)
      return whole
    }
    const value = values[name]
    if (value === undefined || value === '') {
      missing.add(name)
      return whole
    }
    return value
  })
  return { text, unknown: [...unknown], missing: [...missing] }
}
