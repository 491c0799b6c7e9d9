/** Failures on demand (沙箱): the other side gets in the way, a deadline passes, or what is sent goes wrong on its way. All of it happens for real. */
import type { Bilingual } from '../../../contracts/types.ts'
import { ClientError } from '../../client/client.ts'
import { localInstant } from '../../http/times.ts'
import type { FailureAsked, FailureCaused, FailureKind, Failures } from '../../ports.ts'
import { type Against, objectAgainst, reviseAgainst } from './counterpart.ts'
import type { Stage } from './stage.ts'
import type { Trouble } from './trouble.ts'

/** What they are caused with, once both sides' past has been played. `drop` cuts every connection. */
export interface FailureMeans {
  readonly stage: Stage
  readonly trouble: Trouble
  readonly drop: () => void
}

/** Failures of one sandbox, which can be caused once it is `ready`. */
export interface SandboxFailures extends Failures {
  ready(means: FailureMeans): void
}

const SECOND = 1000
/** How long a trouble lasts, and how much longer each commit takes in a slow one; ms. */
const LASTS = { busy: 30 * SECOND, slow: 60 * SECOND, each: 4 * SECOND } as const
/** Until connections are cut, so that who asked for it is answered before. */
const SOON = 300
/** Told of at most. */
const KEPT = 20

type Cause = (means: FailureMeans, asked: FailureAsked) => Promise<Bilingual>

const NOTHING_OPEN: Bilingual = {
  zh: '没有正在进行的会商：先以拟稿岗提出一个。',
  en: 'No consultation is going on: put one on the table first, as a drafter.',
}

class NothingToDo extends Error {
  readonly text: Bilingual

  constructor(text: Bilingual) {
    super(text.en)
    this.text = text
  }
}

/** The consultation asked for, or the newest that is going on, and its deadline (ms). */
async function goingOn({ gateway }: Stage, asked: FailureAsked): Promise<{ id: string; deadline: number }> {
  const now = gateway.now()
  const found = (await gateway.consultations.all())
    .map(({ id, state }) => ({ id, state, deadline: state.phase === 'open' ? state.agreeBy : state.signBy }))
    .filter(({ state, deadline }) => ['open', 'agreed', 'signed-by-one'].includes(state.phase) && deadline > now)
    .findLast(({ id }) => asked.consultation === null || id === asked.consultation)
  if (!found) throw new NothingToDo(NOTHING_OPEN)
  return found
}

async function against(stage: Stage, asked: FailureAsked): Promise<Against> {
  return { party: asked.party, cell: asked.cell, consultation: (await goingOn(stage, asked)).id }
}

const CAUSES: Readonly<Record<FailureKind, Cause>> = {
  revise: async ({ stage }, asked) => reviseAgainst(stage, await against(stage, asked)),
  object: async ({ stage }, asked) => objectAgainst(stage, await against(stage, asked)),
  async deadline({ stage }, asked) {
    const { id, deadline } = await goingOn(stage, asked)
    const { clock } = stage
    clock.advanceTo(deadline + SECOND)
    const minutes = Math.round((clock.now() - Date.now()) / 60_000)
    const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
    return {
      zh: `沙箱时钟已拨到 ${localInstant(clock.now())}，比本机快 ${hours} 小时 ${rest} 分：${id} 的截止时间已过。账本时间不倒流，本次运行中时钟不再拨回；登录可能要重来，用本机时间签名的外部程序会被拒绝。`,
      en: `The sandbox’s clock stands at ${localInstant(clock.now())}, ${hours} h ${rest} min ahead of the machine’s: the deadline of ${id} is past. A ledger’s time never runs back, so it stays ahead while this runs; you may have to sign in again, and programs that sign by the machine’s time are refused.`,
    }
  },
  async drop({ drop }) {
    setTimeout(drop, SOON)
    return {
      zh: '所有连接即将切断，打开着的实时推送也在内：页面应自行重连。',
      en: 'Every connection is about to be cut, live ones too: pages are to connect again by themselves.',
    }
  },
  async 'lose-answer'({ trouble, drop }) {
    trouble.loseNextAnswer(drop)
    return {
      zh: '下一次写入会成功，但答复在途中丢失：重试不应做第二遍。',
      en: 'The next write succeeds and its answer is lost on the way: to try again must not do it twice.',
    }
  },
  async busy({ trouble }) {
    trouble.busyFor(LASTS.busy)
    return {
      zh: `${LASTS.busy / SECOND} 秒内一切写入得到 503（queue-full）和 Retry-After。`,
      en: `For ${LASTS.busy / SECOND} seconds every write gets 503 (queue-full) with Retry-After.`,
    }
  },
  async slow({ trouble }) {
    trouble.slowFor(LASTS.slow, LASTS.each)
    return {
      zh: `${LASTS.slow / SECOND} 秒内每次写入要多等 ${LASTS.each / SECOND} 秒。`,
      en: `For ${LASTS.slow / SECOND} seconds every write takes ${LASTS.each / SECOND} seconds longer.`,
    }
  },
}

/** What stood in the way. Throws what is no refusal. */
function refusedAs(error: unknown): Bilingual {
  if (error instanceof NothingToDo) return error.text
  if (!(error instanceof ClientError)) throw error
  const { code, problem } = error
  const [zh = code, en = zh] = problem?.title.split(' · ') ?? []
  return { zh: `没有做成：${zh}`, en: `It could not be done: ${en}` }
}

/** Opens them; until they are ready nothing can be caused. */
export function openFailures(): SandboxFailures {
  const asked: FailureCaused[] = []
  let means: FailureMeans | null = null
  return {
    ready(given) {
      means = given
    },
    asked: () => asked,
    async cause(wanted) {
      const { kind } = wanted
      const tell = (caused: boolean, text: Bilingual): FailureCaused => {
        const told = { kind, caused, time: means?.stage.clock.now() ?? Date.now(), text }
        asked.unshift(told)
        asked.splice(KEPT)
        return told
      }
      if (!means)
        return tell(false, { zh: '双方的往日还在补演，请稍候。', en: 'The past is still being played; wait a little.' })
      try {
        return tell(true, await CAUSES[kind](means, wanted))
      } catch (error) {
        return tell(false, refusedAs(error))
      }
    },
  }
}
