import { createHmac } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Fault, Handler } from '../kernel.ts'
import { peerIn } from './call-peer.ts'
import { expiredToken } from './direct/direct-problems.ts'
import { downloadMedia, downloadOpenMedia } from './download-media.ts'
import { errorEnvelope, GraphError } from './graph-error.ts'
import { refusalOf } from './graph-fault.ts'
import { readJson, shortToken, shownBytes, shownQuery, tokenOf } from './graph-log.ts'
import { answerGraphCall, type GraphGround } from './graph-routes.ts'
import { type Answer, readBody, writeAnswer } from './http-exchange.ts'
import { badParameter, noToken, notThereYet, unknownPath, wrongToken } from './problems.ts'
import type { Timers } from './timers.ts'

const largestBody = 110 * 1024 * 1024
const oldestVersion = 21
const newestVersion = 26
const hangsMs = 65_000

/** Answers everything below `/graph/`, strikes it with the faults that were asked for, and logs it. */
export function createGraphHandler(ground: GraphGround, timers: Timers): Handler {
  return async (request, response, url) => {
    if (!url.pathname.startsWith('/graph/')) return false
    const at = Date.now()
    const body = await readBody(request, largestBody)
    const parsed = body && readJson(request, body)
    const log = (status: number, answered: unknown) => {
      ground.kernel.record({
        at,
        from: 'app',
        to: 'meta',
        title: `${request.method} ${url.pathname.slice('/graph'.length)}`,
        status,
        ms: Date.now() - at,
        request: {
          token: shortToken(tokenOf(request, url)),
          query: shownQuery(url),
          body: parsed ?? shownBytes(body),
        },
        response: answered,
      })
    }
    const fault = ground.kernel.strike('graph', url.pathname, peerIn(ground.book, parsed))
    const refusal = fault && refusalOf(fault, url.pathname, isDirect(ground, url))
    if (refusal) {
      log(refusal.status, refusal.json ?? refusal.text)
      writeAnswer(response, refusal)
      return true
    }
    if (fault?.kind === 'hang') {
      await timers.wait(fault.delayMs ?? hangsMs)
      log(0, 'No answer: a fault let the call hang.')
      response.destroy()
      return true
    }
    if (fault?.kind === 'slow') await timers.wait(fault.delayMs ?? 5000)
    const answer = body
      ? await carryOut(ground, request, url, body)
      : { status: 413, text: 'Request too large' }
    await deliver(fault, timers, response, answer, log)
    return true
  }
}

/** True for a call on an Instagram account or a Page, where refusals have other numbers. */
function isDirect({ accounts }: GraphGround, url: URL): boolean {
  const id = url.pathname.split('/')[3] ?? ''
  return id === 'me' || accounts.byId(id) !== undefined
}

async function deliver(
  fault: Fault | undefined,
  timers: Timers,
  response: ServerResponse,
  answer: Answer,
  log: (status: number, answered: unknown) => void,
): Promise<void> {
  if (fault?.kind === 'accept-then-reset') {
    log(0, { lost: answer.json ?? answer.text })
    response.socket?.resetAndDestroy()
    return
  }
  if (fault?.kind === 'slow-answer') await timers.wait(fault.delayMs ?? 5000)
  log(answer.status, answer.json ?? answer.text ?? shownBytes(answer.bytes))
  writeAnswer(response, answer)
}

async function carryOut(
  ground: GraphGround,
  request: IncomingMessage,
  url: URL,
  body: Buffer,
): Promise<Answer> {
  try {
    if (url.pathname.startsWith('/graph/lookaside/')) return downloadMedia(ground, tokenOf(request, url), url)
    if (url.pathname.startsWith('/graph/cdn/')) return downloadOpenMedia(ground.media, url)
    const [version = '', id = '', ...rest] = url.pathname
      .slice('/graph/'.length)
      .replace(/\/$/, '')
      .split('/')
    checkVersion(version)
    const token = tokenOf(request, url)
    if (token === undefined) throw new GraphError(noToken)
    checkToken(ground, token)
    checkProof(ground, token, url.searchParams.get('appsecret_proof'))
    const json = await answerGraphCall(ground, {
      method: request.method ?? 'GET',
      id,
      edge: rest.join('/'),
      query: url.searchParams,
      body,
      contentType: request.headers['content-type'] ?? '',
      token,
      origin: `http://${request.headers.host ?? url.host}`,
    })
    return { status: 200, json }
  } catch (error) {
    if (error instanceof GraphError)
      return { status: error.problem.status ?? 400, json: errorEnvelope(error.problem) }
    throw error
  }
}

/** A token of a number, an account or (`app id|app secret`) of an app. @throws {GraphError} 190; 2 before there is any */
function checkToken({ apps, accounts, options }: GraphGround, token: string): void {
  const holders = [...apps.all(), ...accounts.all()]
  // Before anybody has said which numbers there are, no token can be told from a wrong one.
  if (holders.length === 0) throw new GraphError(notThereYet)
  if (holders.some(({ appId, appSecret }) => token === `${appId}|${appSecret}`)) return
  const found = holders.find(({ accessToken }) => accessToken === token)
  if (!found) throw new GraphError(wrongToken)
  const endsAt = found.tokenExpiresAt
  if (endsAt !== undefined && endsAt <= options.now()) throw expiredToken(endsAt)
}

/** A caller may prove that he has the secret of the token's app. @throws {GraphError} 100 for a proof made with another */
function checkProof({ apps, accounts }: GraphGround, token: string, proof: string | null): void {
  if (proof === null) return
  const holder = [...apps.all(), ...accounts.all()].find(({ accessToken }) => accessToken === token)
  const expected = createHmac('sha256', holder?.appSecret ?? '')
    .update(token)
    .digest('hex')
  if (proof !== expected) throw badParameter('Invalid appsecret_proof provided in the API argument')
}

function checkVersion(version: string): void {
  const number = /^v(\d{1,3})\.\d$/.exec(version)?.[1]
  if (number === undefined || Number(number) > newestVersion) throw unknownPath(`/${version}`)
  if (Number(number) >= oldestVersion) return
  const title = `You are calling a deprecated version of the API. Update to the latest version: v${newestVersion}.0.`
  throw new GraphError({ code: 2635, title })
}
