import { callbackData } from '../callback-data.ts'
import { actorOf, type MemberContext } from '../context.ts'
import type { Button, Face } from '../posts/post-content.ts'
import { cutLine } from '../text/cut-text.ts'
import { escapeHtml, tame } from '../text/escape-html.ts'
import { organizationLines } from './settings-face.ts'

/** Something that a business needs besides what it says of itself. */
interface Part {
  isThere: boolean
  html: string
  button: string
  data: string
}

/**
 * What holds for the business, and what of the rest is there already: read anew each time, since each button begins
 * something of its own that comes back to nothing here.
 */
export async function readSetupPage(ctx: MemberContext): Promise<Face> {
  const { say } = ctx.voice
  const { desk, words } = ctx.tools
  const facts = await desk.ask(actorOf(ctx), 'readOrganization', {})
  const parts = await readParts(ctx)
  const sign = ({ isThere }: Part) => (isThere ? '✅' : '▫️')
  return {
    html: [
      `✅ <b>${say('setup-done')}</b>`,
      organizationLines(ctx.voice, words, facts).join('\n'),
      [
        `<b>${parts.every(({ isThere }) => isThere) ? say('setup-complete') : say('setup-next')}</b>`,
        ...parts.map((part) => `${sign(part)} ${part.html}`),
      ].join('\n'),
    ].join('\n\n'),
    buttons: [
      ...parts.map((part): Button[] => [
        { text: part.isThere ? `✅ ${part.button}` : part.button, data: part.data },
      ]),
      [{ text: say('button-setup-again'), data: callbackData('begin', 'setup', 'again') }],
    ],
  }
}

async function readParts(ctx: MemberContext): Promise<Part[]> {
  const { say } = ctx.voice
  const { channels, team, group, office } = await ctx.tools.desk.askAll(actorOf(ctx), {
    channels: ['listChannels', {}],
    team: ['listMembers', {}],
    group: ['readTeamDesk', {}],
    office: ['readOfficeHours', {}],
  })
  return [
    {
      isThere: channels.length > 0,
      html: say('setup-channels', { count: channels.length }),
      button: say('button-setup-connect'),
      data: callbackData('begin', 'connect'),
    },
    {
      isThere: team.length > 1,
      html: say('setup-team', { count: team.length - 1 }),
      button: say('button-setup-invite'),
      data: callbackData('begin', 'invite'),
    },
    {
      isThere: group?.state === 'active',
      html: sayGroup(ctx, group),
      button: say('button-setup-desk'),
      data: callbackData(group ? 'desk' : 'desk-choose'),
    },
    {
      isThere: office.isSet,
      html: office.isSet ? say('setup-office') : say('setup-office-none'),
      button: say('button-setup-office'),
      data: callbackData('office'),
    },
  ]
}

function sayGroup(
  { voice: { say } }: MemberContext,
  group: { title: string; state: 'active' | 'broken' } | null,
): string {
  if (!group) return say('setup-group-none')
  const title = escapeHtml(cutLine(tame(group.title), 64))
  return group.state === 'active' ? say('setup-group', { title }) : say('setup-group-broken', { title })
}
