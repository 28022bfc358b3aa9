import { describe, expect, test } from 'vitest'
import type { TemplateContent } from '#core/channels/outbound-content.ts'
import { buildTemplate } from './build-template.ts'
import { fileOf, templateOf } from './example-contents.ts'

const build = (changes: Partial<TemplateContent>) => buildTemplate(templateOf(changes))({ id: '31337' }).part
const componentsOf = (changes: Partial<TemplateContent>) => build(changes).components

test('a template without variables has no components at all', () => {
  const components = [
    { type: 'BODY', text: 'We are open.' },
    { type: 'FOOTER', text: 'Harbour Bakery' },
  ]
  expect(build({ components, variables: {} })).toEqual({
    name: 'order_ready',
    language: { code: 'en_US', policy: 'deterministic' },
  })
})

describe('variables of a text', () => {
  test('by position come in the order of their numbers, each once', () => {
    const components = [{ type: 'BODY', text: '{{2}} for {{1}}, {{10}} and again {{1}}' }]
    expect(componentsOf({ components, variables: { '1': 'Marina', '2': 'Rye', '10': 'ten' } })).toEqual([
      {
        type: 'body',
        parameters: ['Marina', 'Rye', 'ten'].map((text) => ({ type: 'text', text })),
      },
    ])
  })

  test('by name carry their names, digits in them included', () => {
    const components = [{ type: 'BODY', text: 'Hello {{ first_name }}, line {{line_2}}' }]
    expect(componentsOf({ components, variables: { first_name: 'Marina', line_2: 'Quay 1' } })).toEqual([
      {
        type: 'body',
        parameters: [
          { type: 'text', text: 'Marina', parameter_name: 'first_name' },
          { type: 'text', text: 'Quay 1', parameter_name: 'line_2' },
        ],
      },
    ])
  })

  test('of a header may be told apart from the body’s', () => {
    const components = [
      { type: 'HEADER', format: 'TEXT', text: 'Order {{1}}' },
      { type: 'BODY', text: 'Hello {{1}}' },
    ]
    const parameter = (text: string) => ({ parameters: [{ type: 'text', text }] })
    expect(componentsOf({ components, variables: { '1': 'Marina', 'header.1': '4711' } })).toMatchObject([
      parameter('4711'),
      parameter('Marina'),
    ])
    expect(componentsOf({ components, variables: { '1': 'Marina' } })).toMatchObject([
      parameter('Marina'),
      parameter('Marina'),
    ])
  })

  test('lose the line breaks, tabs and long gaps that Meta refuses', () => {
    const variables = { '1': ' Marina\n\tFalk      of Bremen ' }
    expect(componentsOf({ variables })).toMatchObject([{ parameters: [{ text: 'Marina Falk of Bremen' }] }])
  })

  test.each([{}, { '1': '' }, { '1': ' \n ' }, { '2': 'x' }])(
    'that are missing are named: %j',
    (variables) => {
      expect(() => build({ variables: variables as Record<string, string> })).toThrow('{{1}}')
    },
  )

  test('are never taken from what every object has', () => {
    expect(() => build({ components: [{ type: 'BODY', text: '{{constructor}}' }] })).toThrow(
      '{{constructor}}',
    )
  })
})

describe('a header', () => {
  test.each([
    ['IMAGE', { id: '31337' }],
    ['VIDEO', { id: '31337' }],
    ['DOCUMENT', { id: '31337', filename: 'rye.jpg' }],
  ])('of format %s holds the file', (format, file) => {
    const type = format.toLowerCase()
    expect(componentsOf({ components: [{ type: 'HEADER', format }], file: fileOf() })).toEqual([
      { type: 'header', parameters: [{ type, [type]: file }] },
    ])
    expect(() => build({ components: [{ type: 'HEADER', format }] })).toThrow(format)
  })

  test('with a place wants all of it', () => {
    const components = [{ type: 'HEADER', format: 'LOCATION' }]
    const variables = {
      ...{ 'header.latitude': '53.54', 'header.longitude': '9.98' },
      ...{ 'header.name': 'Harbour', 'header.address': 'Quay 1' },
    }
    expect(componentsOf({ components, variables })).toMatchObject([
      { parameters: [{ type: 'location', location: { latitude: '53.54', name: 'Harbour' } }] },
    ])
    expect(() => build({ components, variables: {} })).toThrow('header.latitude')
  })
})

describe('buttons', () => {
  const buttonsOf = (buttons: object[], variables: Record<string, string> = {}) =>
    componentsOf({ components: [{ type: 'BUTTONS', buttons }], variables })

  test('that want nothing are left out, and the others keep their places', () => {
    const buttons = [
      { type: 'PHONE_NUMBER', text: 'Call us' },
      { type: 'QUICK_REPLY', text: 'Yes' },
      { type: 'URL', text: 'Track', url: 'https://harbour.example/{{1}}' },
      { type: 'URL', text: 'Shop', url: 'https://harbour.example' },
      { type: 'COPY_CODE', text: 'Copy' },
      { type: 'FLOW', text: 'Rate us' },
      { type: 'QUICK_REPLY', text: 'No' },
    ]
    const variables = { 'button.2': '4711', 'button.4': 'RYE10', 'button.6': 'stop-all' }
    expect(buttonsOf(buttons, variables)).toEqual([
      { type: 'button', sub_type: 'url', index: '2', parameters: [{ type: 'text', text: '4711' }] },
      {
        type: 'button',
        sub_type: 'copy_code',
        index: '4',
        parameters: [{ type: 'coupon_code', coupon_code: 'RYE10' }],
      },
      {
        type: 'button',
        sub_type: 'flow',
        index: '5',
        parameters: [{ type: 'action', action: { flow_token: 'unused' } }],
      },
      {
        type: 'button',
        sub_type: 'quick_reply',
        index: '6',
        parameters: [{ type: 'payload', payload: 'stop-all' }],
      },
    ])
  })

  test('for a one-time code take the code of the text', () => {
    const otp = { type: 'OTP', otp_type: 'COPY_CODE', text: 'Copy' }
    const asUrl = { type: 'URL', url: 'https://www.whatsapp.com/otp/code/?code=otp{{1}}' }
    for (const button of [otp, asUrl]) {
      expect(buttonsOf([button], { '1': '123456' })).toMatchObject([
        { sub_type: 'url', parameters: [{ type: 'text', text: '123456' }] },
      ])
    }
  })

  test('that want a value and have none are named', () => {
    const buttons = [{ type: 'URL', url: 'https://harbour.example/{{1}}' }]
    expect(() => buttonsOf(buttons, { '1': 'of the text' })).toThrow('button.0')
  })
})

test.each(['CAROUSEL', 'LIMITED_TIME_OFFER'])('a template with %s says that it cannot be sent', (type) => {
  expect(() => build({ components: [{ type }] })).toThrow(type)
})
