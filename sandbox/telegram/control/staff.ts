import { BadRequest } from '../../read-body.ts'
import { showStaff } from '../show-staff.ts'
import type { Person, World } from '../world.ts'
import { needText } from './find-people.ts'
import type { Route } from './route.ts'

const colours = ['#e17076', '#7bc862', '#65aadd', '#a695e7', '#ee7aae', '#6ec9cb', '#faa774', '#5b8def']

const getStaff: Route = {
  method: 'GET',
  path: /^\/staff$/,
  run: ({ ground }) => ({
    status: 200,
    body: [...ground.world.people.values()]
      .filter((person) => !person.isCustomer)
      .map((person) => showStaff(ground, person)),
  }),
}

/**
 * Adds a person; `id` only where a test needs a certain one. Throws BadRequest (409 when the id is taken).
 */
export function addPerson(world: World, body: Record<string, unknown>, firstName: string): Person {
  const id = body.id === undefined ? world.nextUserId : Number(body.id)
  if (!Number.isSafeInteger(id) || id <= 0) throw new BadRequest('"id" must be a whole number above 0.')
  if (world.people.has(id) || world.bots.has(id)) throw new BadRequest(`The id ${id} is taken.`, 409)
  const person: Person = {
    id,
    firstName,
    ...(typeof body.lastName === 'string' ? { lastName: body.lastName } : {}),
    ...(typeof body.username === 'string' ? { username: body.username } : {}),
    languageCode: typeof body.languageCode === 'string' ? body.languageCode : 'en',
    colour: colours[id % colours.length] ?? '#65aadd',
  }
  world.people.set(id, person)
  world.nextUserId = Math.max(world.nextUserId, id) + 1
  return person
}

/** POST /staff: a new person in the simulated Telegram. */
const postStaff: Route = {
  method: 'POST',
  path: /^\/staff$/,
  run({ ground, body }) {
    const person = addPerson(ground.world, body, needText(body, 'firstName'))
    const staff = showStaff(ground, person)
    ground.kernel.emit({ type: 'staff', staff })
    return { status: 201, body: staff }
  },
}

export const staffRoutes: Route[] = [getStaff, postStaff]
