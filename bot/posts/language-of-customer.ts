import { actorOf, type MemberContext } from '../context.ts'

/** In which language to speak to the person of a lead: his own as the network tells it, else that of who answers him. */
export async function languageOfCustomer(ctx: MemberContext, leadId: string): Promise<string> {
  const { language } = await ctx.tools.desk.ask(actorOf(ctx), 'readContact', { leadId })
  return language ?? ctx.voice.language
}
