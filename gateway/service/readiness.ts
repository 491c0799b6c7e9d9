/** Whether the gateway can do its work, check by check, each looked at when asked; one that does not answer in time is not well. */
import type { Bilingual } from '../../contracts/types.ts'
import type { Gateway } from '../gateway.ts'
import { openCheckpoint } from '../ledger/checkpoint.ts'
import { ed25519Verifier } from '../ledger/note-ed25519.ts'
import type { LedgerHead } from '../ports.ts'

/** One check: well, or why not. */
export interface Checked {
  readonly ok: boolean
  readonly reason?: Bilingual
}

/** The answer of `/readyz`. */
export interface Readiness {
  /** `draining` while the gateway is being stopped. */
  readonly status: 'ready' | 'not-ready' | 'draining'
  readonly checks: Readonly<Record<string, Checked>>
  readonly store: { readonly driver: string }
  /** As last committed. `checkpointAgeMs` is how long ago that was; an idle ledger's may be old. */
  readonly ledger: {
    readonly size: number
    readonly waiting: number
    readonly clockBehindMs: number
    readonly checkpointAgeMs: number
  }
  /** Threads that ended unasked since the start. */
  readonly threadsEnded?: { readonly writer: number; readonly preparing: number }
}

/** How far the clock of another gateway on the same ledger may be ahead, ms: no two clocks are quite alike. */
const CLOCKS_APART = 1_000

/** How long a check may take, ms. */
const PATIENCE = 3_000

type Look = () => Promise<Bilingual | null> | Bilingual | null

async function checked(look: Look): Promise<Checked> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<Bilingual>((resolve) => {
    timer = setTimeout(
      () => resolve({ zh: `${PATIENCE} 毫秒内没有应答`, en: `no answer within ${PATIENCE} ms` }),
      PATIENCE,
    )
  })
  try {
    const reason = await Promise.race([look(), late])
    return reason === null ? { ok: true } : { ok: false, reason }
  } catch {
    // What exactly is for the operator's log, not for whoever asks.
    return { ok: false, reason: { zh: '检查时出错', en: 'the check itself failed' } }
  } finally {
    clearTimeout(timer)
  }
}

const unless = (ok: boolean, zh: string, en: string): Bilingual | null => (ok ? null : { zh, en })

/** What of the stored checkpoint cannot be relied on; null when it is the ledger's own, and says what the head says. */
function checkpointFault({ config, logVerifier }: Gateway, { size, root, checkpoint }: LedgerHead): Bilingual | null {
  if (size === 0 || root === null || checkpoint === null) return null
  try {
    const opened = openCheckpoint(checkpoint, [ed25519Verifier(logVerifier)], config.log)
    const same = opened.size === size && Buffer.compare(opened.root, root) === 0
    return unless(same, '检查点与账本头不一致', 'the checkpoint is not the one of the head')
  } catch {
    return {
      zh: '检查点读不出来，或不是本账本签的',
      en: "the checkpoint cannot be read, or is not signed by the ledger's key",
    }
  }
}

/** Looks at everything. `failed` hears why the store could not be read. */
export async function readiness(gateway: Gateway, failed: (error: unknown) => void): Promise<Readiness> {
  const { store, log, standing, now, threads, operations } = gateway
  const known = log.head()
  const state = threads?.state()
  let stored: LedgerHead | null = null
  const looks: Record<string, Look> = {
    async store() {
      try {
        stored = await store.head()
      } catch (error) {
        failed(error)
        return { zh: '存储读不出来', en: 'the store cannot be read' }
      }
      if (stored.size < known.size)
        return {
          zh: `存储只有 ${stored.size} 条，账本已到 ${known.size} 条`,
          en: `the store has ${stored.size} leaves, and the ledger said ${known.size}`,
        }
      try {
        if (gateway.shared) await log.refresh()
        return null
      } catch (error) {
        failed(error)
        return {
          zh: '存储中的账本接不上本进程所知的',
          en: 'the ledger in the store does not follow on what this process told of',
        }
      }
    },
    async migrations() {
      try {
        const pending = await store.pendingSchema()
        return unless(pending === 0, `尚有 ${pending} 步迁移未执行`, `${pending} migrations are not applied`)
      } catch (error) {
        failed(error)
        return { zh: '数据库结构与本程序所知不同', en: 'the schema is not the one this program knows' }
      }
    },
    contracts: () =>
      unless(
        standing.contracts().some(({ state: at }) => at === 'in-force'),
        '没有生效的契约：双方尚未签齐',
        'no contract is in force: both sides have yet to sign one',
      ),
    register: () =>
      unless(
        standing.registry('sections') !== undefined,
        '没有生效的断面登记册',
        'no register of sections is in force',
      ),
    writable: () =>
      unless(
        !gateway.held(),
        '账本由备份恢复或由备机接管，尚未比对，暂停写入',
        'the ledger was put back from a backup or taken over by a standby, is not compared yet, and takes no more',
      ),
    ...(state
      ? {
          writer: () =>
            unless(state.writer.works, '写入线程已停，正在重启', 'the writing thread ended; it is started again'),
          preparing: () =>
            unless(state.preparing.works, '处理线程已停，正在重启', 'a preparing thread ended; it is started again'),
        }
      : {}),
    ...Object.fromEntries(operations.checks.map(({ name, look }) => [name, look])),
  }
  const found = await Promise.all(
    Object.entries(looks).map(async ([name, look]) => [name, await checked(look)] as const),
  )
  // Told as found; whoever asks again finds it started anew, if that can be.
  if (threads && state && !(state.writer.works && state.preparing.works)) void threads.revive()
  const head: LedgerHead = stored ?? known
  const behind = Math.max(0, head.time - now())
  const clock = await checked(() =>
    unless(
      behind <= (gateway.shared ? CLOCKS_APART : 0),
      `本机时钟比账本慢 ${behind} 毫秒`,
      `this machine's clock is ${behind} ms behind the ledger`,
    ),
  )
  const checkpoint = await checked(() => checkpointFault(gateway, head))
  const checks = { ...Object.fromEntries(found), clock, checkpoint }
  const well = Object.values(checks).every(({ ok }) => ok)
  return {
    status: operations.draining() ? 'draining' : well ? 'ready' : 'not-ready',
    checks,
    store: { driver: store.driver },
    ledger: {
      size: head.size,
      waiting: log.waiting(),
      clockBehindMs: behind,
      checkpointAgeMs: head.size === 0 ? 0 : Math.max(0, now() - head.time),
    },
    ...(state ? { threadsEnded: { writer: state.writer.ended, preparing: state.preparing.ended } } : {}),
  }
}
