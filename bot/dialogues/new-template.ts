import { DeskError } from '#core/errors.ts'
import { mustManageChannels } from '../channels/must-manage-channels.ts'
import { tame } from '../text/escape-html.ts'
import { askTemplatePart } from './ask-template-part.ts'
import type { Dialogue } from './dialogue.ts'
import { takeTemplateAnswer } from './take-template-answer.ts'
import { writtenTemplate } from './written-template.ts'

/** The parts of a new template, one answer after another. */
export const newTemplate: Dialogue = {
  purpose: 'new-template',
  async hear(ctx, text, gathered) {
    mustManageChannels(ctx)
    const read = writtenTemplate.safeParse(gathered)
    if (!read.success) throw new DeskError('not-found', 'button-outdated')
    const taken = takeTemplateAnswer(read.data, tame(text))
    if ('problem' in taken) await askTemplatePart(ctx, read.data, taken)
    else await askTemplatePart(ctx, taken)
  },
}
