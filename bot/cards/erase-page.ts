import { actorOf, type MemberContext } from '../context.ts'

/** What is gone of a person when he is erased, in numbers; what stays; and that nothing brings it back. */
export async function readErasePage(ctx: MemberContext, leadId: string): Promise<string> {
  const { say } = ctx.voice
  const found = await ctx.tools.desk.ask(actorOf(ctx), 'readErasure', { leadId })
  const { leads, messages, files, notes, reminders } = found
  return [
    `🗑 <b>${say('erase-ask')}</b>`,
    [
      say('erase-gone'),
      `• ${say('erase-messages', { count: messages })}`,
      ...(files > 0 ? [`• ${say('erase-files', { count: files })}`] : []),
      ...(notes > 0 ? [`• ${say('erase-notes', { count: notes })}`] : []),
      ...(reminders > 0 ? [`• ${say('erase-reminders', { count: reminders })}`] : []),
    ].join('\n'),
    say('erase-stays', { count: leads }),
    say('erase-elsewhere'),
    `<b>${say('erase-forever')}</b>`,
  ].join('\n\n')
}
