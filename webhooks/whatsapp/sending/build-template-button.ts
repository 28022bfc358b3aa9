import { type JsonRecord, textAt } from '../../meta/loose-json.ts'
import { templateVariable } from './template-variable.ts'

/** The address behind the buttons that copy or fill in a one-time code: they take the code of the body. */
const codeAddress = 'https://www.whatsapp.com/otp/'

/**
 * What a template's button wants to be told; nothing for the many that want nothing. Its value stands under
 * `button.<index>`: the end of an address, the code to copy, the payload of a quick reply, the token of a flow.
 *
 * @throws Error naming the variable that is missing
 */
export function buildTemplateButton(
  button: JsonRecord,
  index: number,
  variables: Record<string, string>,
): JsonRecord[] {
  const key = `button.${index}`
  const given = Object.hasOwn(variables, key)
  const component = (sub_type: string, parameter: JsonRecord) => [
    { type: 'button', sub_type, index: String(index), parameters: [parameter] },
  ]
  const type = textAt(button, 'type')?.toUpperCase()
  const url = textAt(button, 'url') ?? ''
  switch (type) {
    case 'URL': {
      if (!url.includes('{{')) return []
      const keys = url.startsWith(codeAddress) ? [key, '1'] : [key]
      return component('url', { type: 'text', text: templateVariable(variables, keys) })
    }
    case 'OTP':
      return component('url', { type: 'text', text: templateVariable(variables, [key, '1']) })
    case 'COPY_CODE':
      return component('copy_code', {
        type: 'coupon_code',
        coupon_code: templateVariable(variables, [key]),
      })
    case 'QUICK_REPLY':
      return given
        ? component('quick_reply', { type: 'payload', payload: templateVariable(variables, [key]) })
        : []
    case 'FLOW': {
      const token = given ? templateVariable(variables, [key]) : 'unused'
      return component('flow', { type: 'action', action: { flow_token: token } })
    }
    default:
      return []
  }
}
