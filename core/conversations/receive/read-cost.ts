/** What a network charges for a message, in its own words. */
export interface MessageCost {
  category?: string
  type?: string
  billable?: boolean
  model?: string
}

/** Reads what a delivery report says of its price. Undefined where it says nothing. */
export function readCost(pricing: unknown): MessageCost | undefined {
  if (typeof pricing !== 'object' || pricing === null) return undefined
  const said = pricing as Record<string, unknown>
  const model = said.model ?? said.pricing_model
  const cost: MessageCost = {
    ...(typeof said.category === 'string' ? { category: said.category } : {}),
    ...(typeof said.type === 'string' ? { type: said.type } : {}),
    ...(typeof said.billable === 'boolean' ? { billable: said.billable } : {}),
    ...(typeof model === 'string' ? { model } : {}),
  }
  return Object.keys(cost).length > 0 ? cost : undefined
}
