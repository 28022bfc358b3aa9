import type { Handler, Kernel, Remembered } from '../kernel.ts'
import { type Fields, isFields } from '../meta/fields.ts'
import { type Answer, writeAnswer } from '../meta/http-exchange.ts'
import { Refusal } from '../meta/refusal.ts'
import { createTimers } from '../meta/timers.ts'
import { createWebhookClient } from '../meta/webhook-client.ts'
import { readJsonBody } from '../read-body.ts'
import { sendAnyJson } from './any-json.ts'
import { sendGoogleLead } from './google-lead.ts'
import { createLeadPost } from './lead-post.ts'
import type { LinkedinApp } from './linkedin/linkedin-app.ts'
import { linkedinControl } from './linkedin/linkedin-control.ts'
import { answerLinkedin } from './linkedin/linkedin-rest.ts'
import { createLinkedinLeads, type LinkedinLead } from './linkedin/linkedin-store.ts'
import { changeSettings, type LeadSettings } from './settings.ts'
import { formsAddress, sendWebsiteLead } from './website/send-website-lead.ts'
import { websitePage } from './website/website-page.ts'

/** Where leads come from besides Meta: Google Ads, LinkedIn, a website, and any tool that posts JSON. */
export interface LeadSources {
  /** Answers `/linkedin/*` and `/website/`. */
  handler: Handler
  /** Answers `/playground/api/leads/*`. */
  control: Handler
  remembered: Remembered
  close(): void
}

const root = '/playground/api/'

/** @param retryDelaysMs how long Google waits before it posts a lead again, in milliseconds, by attempt */
export function createLeadSources(
  kernel: Kernel,
  { retryDelaysMs = [1000, 3000, 10_000, 60_000] }: { retryDelaysMs?: readonly number[] } = {},
): LeadSources {
  const client = createWebhookClient()
  const timers = createTimers()
  const post = createLeadPost(kernel, client)
  const leads = createLinkedinLeads()
  let settings: LeadSettings = {}
  let linkedin: LinkedinApp | undefined
  const company = {
    kernel,
    client,
    post,
    leads,
    app: () => linkedin,
    setApp(app: LinkedinApp) {
      linkedin = app
    },
  }

  const steer = async (wish: string, input: Fields): Promise<Answer | undefined> => {
    switch (wish) {
      case 'GET leads/settings':
        return { status: 200, json: { ...settings, linkedin: linkedin !== undefined } }
      case 'PUT leads/settings':
        return { status: 200, json: changeSettings(settings, input) }
      case 'POST leads/google':
        return { status: 201, json: await sendGoogleLead({ post, timers, settings, retryDelaysMs }, input) }
      case 'POST leads/website':
        return { status: 201, json: await sendWebsiteLead(post, settings, input) }
      case 'POST leads/json':
        return { status: 201, json: await sendAnyJson(post, settings, input) }
      default:
        return linkedinControl(company, wish, input)
    }
  }

  return {
    async handler(request, response, url) {
      if (url.pathname.startsWith('/linkedin/')) {
        const at = Date.now()
        const answer = await answerLinkedin(company, request, url)
        const title = `${request.method} ${url.pathname.slice('/linkedin'.length)}`
        const shown = Object.fromEntries(url.searchParams)
        kernel.record({
          at,
          from: 'app',
          to: 'linkedin',
          title,
          status: answer.status,
          ms: Date.now() - at,
          request: shown,
          response: answer.json,
        })
        writeAnswer(response, answer)
        return true
      }
      if (url.pathname !== '/website/' || request.method !== 'GET') return false
      const ready = settings.appUrl !== undefined && settings.formsToken !== undefined
      const text = await websitePage(ready ? formsAddress(settings, {}) : undefined, url)
      writeAnswer(response, { status: 200, text, headers: { 'content-type': 'text/html; charset=utf-8' } })
      return true
    },
    async control(request, response, url) {
      if (!url.pathname.startsWith(`${root}leads/`)) return false
      const wish = `${request.method} ${url.pathname.slice(root.length)}`
      try {
        const answer = await steer(wish, await readJsonBody(request))
        if (!answer) throw new Refusal(404, `The playground does not know ${request.method} ${url.pathname}.`)
        writeAnswer(response, answer)
      } catch (error) {
        if (!(error instanceof Refusal)) throw error
        writeAnswer(response, { status: error.status, json: { error: error.message, ...error.more } })
      }
      return true
    },
    remembered: {
      name: 'leads',
      save: () => ({ settings, linkedin, leads: leads.all() }),
      restore(saved) {
        if (!isFields(saved) || !isFields(saved.settings) || !Array.isArray(saved.leads)) return
        settings = saved.settings
        if (isFields(saved.linkedin)) linkedin = saved.linkedin as unknown as LinkedinApp
        leads.replaceAll(saved.leads as LinkedinLead[])
      },
    },
    close() {
      timers.close()
      client.close()
    },
  }
}
