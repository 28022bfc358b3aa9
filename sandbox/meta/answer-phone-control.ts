import { changePhone } from './change-phone.ts'
import { echoFromApp } from './coexistence/app-echo.ts'
import type { ControlGround } from './control-ground.ts'
import { mayText, wantText } from './control-input.ts'
import { customerWrites } from './customer-writes.ts'
import { echoDirect, handOver } from './direct/business-acts-direct.ts'
import { customerActsDirect } from './direct/customer-acts-direct.ts'
import { type Fields, present } from './fields.ts'
import type { Answer } from './http-exchange.ts'
import type { KeptPhone, Network } from './phone.ts'
import { publicPhone } from './phone-book.ts'
import { Refusal } from './refusal.ts'

const networks: Network[] = ['whatsapp', 'instagram', 'messenger']

function wantPhone({ book }: ControlGround, id: string): KeptPhone {
  const phone = book.byId(id)
  if (!phone) throw new Refusal(404, `There is no phone ${id}.`)
  return phone
}

/** `POST /playground/api/phones`: a new customer, with `network` (whatsapp, instagram or messenger; default whatsapp). */
function addPhone({ book }: ControlGround, input: Fields): Answer {
  const wanted = mayText(input, 'network') ?? 'whatsapp'
  const network = networks.find((one) => one === wanted)
  if (!network) throw new Refusal(400, `Customers write on ${networks.join(', ')}, not on ${wanted}.`)
  const optional = present({
    phone: mayText(input, 'phone'),
    userId: mayText(input, 'userId'),
    username: mayText(input, 'username'),
    language: mayText(input, 'language'),
  })
  return { status: 201, json: publicPhone(book.add({ name: wantText(input, 'name'), network, ...optional })) }
}

/** Answers `/playground/api/phones*`; undefined when the wish is none of its own. @throws {Refusal} */
export function answerPhoneControl(
  ground: ControlGround,
  wish: string,
  id: string,
  input: Fields,
  origin: string,
): Answer | undefined {
  if (wish === 'GET phones') return { status: 200, json: ground.book.all().map(publicPhone) }
  if (wish === 'POST phones') return addPhone(ground, input)
  const [verb, edge] = wish.split(' phones/:id')
  if (edge === undefined) return undefined
  const phone = wantPhone(ground, id)
  const onWhatsapp = phone.network === 'whatsapp'
  const journey = onWhatsapp ? ground.journey : ground.direct
  switch (`${verb} ${edge}`) {
    case 'POST /messages': {
      const acted = onWhatsapp
        ? customerWrites(ground, phone, input)
        : customerActsDirect(ground, phone, input, origin)
      return { status: 201, json: acted }
    }
    case 'POST /echo': {
      const typed = onWhatsapp ? echoFromApp(ground, phone, input) : echoDirect(ground, phone, input, origin)
      return { status: 201, json: typed }
    }
    case 'POST /handover':
      handOver(ground, phone, input)
      break
    case 'POST /read':
      journey.readAll(phone)
      break
    case 'PATCH ':
      changePhone(ground.book, journey, phone, input)
      break
    case 'GET ':
      break
    default:
      return undefined
  }
  return { status: 200, json: publicPhone(phone) }
}
