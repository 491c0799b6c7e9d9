/** Figures for Prometheus. Every label is of a known set: patterns of the access matrix, methods, codes of the error table, contracts, parties. */
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { RequestLine, SecurityEvent, Watched } from '../operations/types.ts'
import type { AppendOutcome, Entry } from '../ports.ts'

/** Figures of one gateway. */
export interface Metrics {
  request(line: RequestLine): void
  /** A group that was committed, and how long it took (s). */
  committed(entries: readonly Entry[], outcomes: readonly AppendOutcome[], seconds: number): void
  security(event: SecurityEvent): void
  /** From where the rest is read when somebody asks. */
  watch(watched: Watched): void
  text(): Promise<string>
  readonly contentType: string
}

const SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]
const ENTRIES = [1, 2, 4, 8, 16, 32, 64, 128, 256]

/** Makes them. `now` in ms, the gateway's own. */
export function openMetrics(now: () => number): Metrics {
  const registry = new Registry()
  const registers = [registry]
  collectDefaultMetrics({ register: registry })
  const counter = <const L extends string>(name: string, help: string, labelNames: L[] = []) =>
    new Counter({ name: `chuanyu_${name}`, help, labelNames, registers })
  const requests = counter('requests_total', 'Requests answered', ['route', 'method', 'status'])
  const refusals = counter('refusals_total', 'Refusals by problem code', ['code'])
  const submissions = counter('submissions_total', 'Submissions committed', ['contract', 'party'])
  const rows = counter('rows_total', 'Rows of committed submissions', ['contract', 'party', 'outcome'])
  const commits = counter('commits_total', 'Commits to the ledger')
  const entries = counter('entries_total', 'Ledger entries committed', ['type'])
  const security = counter('security_events_total', 'Events of the security log, before they are gathered', ['event'])
  const seconds = new Histogram({
    name: 'chuanyu_request_seconds',
    help: 'Time until a request was answered',
    labelNames: ['route', 'method'],
    buckets: SECONDS,
    registers,
  })
  const commitSeconds = new Histogram({
    name: 'chuanyu_commit_seconds',
    help: 'Time a commit took',
    buckets: SECONDS,
    registers,
  })
  const group = new Histogram({
    name: 'chuanyu_commit_entries',
    help: 'Entries of one commit',
    buckets: ENTRIES,
    registers,
  })
  return {
    contentType: registry.contentType,
    text: () => registry.metrics(),
    request({ route, method, status, ms, code }) {
      requests.inc({ route, method, status: String(status) })
      seconds.observe({ route, method }, ms / 1000)
      if (code !== null) refusals.inc({ code })
    },
    committed(asked, outcomes, took) {
      const taken = asked.filter((_entry, at) => outcomes[at]?.ok)
      if (taken.length === 0) return
      commits.inc()
      commitSeconds.observe(took)
      group.observe(taken.length)
      for (const { leaf, submission } of taken) {
        entries.inc({ type: leaf.type })
        if (!submission) continue
        const { dataset: contract, party, counts } = submission
        submissions.inc({ contract, party })
        rows.inc({ contract, party, outcome: 'accepted' }, counts.accepted)
        rows.inc({ contract, party, outcome: 'rejected' }, counts.rejected)
        rows.inc({ contract, party, outcome: 'duplicate' }, counts.duplicates)
      }
    },
    security: ({ event }) => security.inc({ event }),
    watch: ({ log, streams, threads }) => watchGauges(registry, { log, streams, threads }, now),
  }
}

/** What is read when somebody asks. */
function watchGauges(registry: Registry, { log, streams, threads }: Watched, now: () => number): void {
  const gauge = (name: string, help: string, read: () => number) =>
    new Gauge({
      name: `chuanyu_${name}`,
      help,
      registers: [registry],
      collect() {
        this.set(read())
      },
    })
  gauge('queue_length', 'Entries that wait for the ledger', () => log.waiting())
  gauge('ledger_size', 'Leaves of the ledger', () => log.head().size)
  gauge('checkpoint_age_seconds', 'Time since the last commit', () => Math.max(0, (now() - log.head().time) / 1000))
  gauge('event_streams', 'Answers that stay open', () => streams.count())
  if (!threads) return
  for (const [help, read] of [
    ['threads_working', (kind: 'writer' | 'preparing') => (threads.state()[kind].works ? 1 : 0)],
    ['threads_ended', (kind: 'writer' | 'preparing') => threads.state()[kind].ended],
  ] as const) {
    new Gauge({
      name: `chuanyu_${help}`,
      help:
        help === 'threads_working' ? 'Whether a kind of thread works' : 'Threads that ended unasked since the start',
      labelNames: ['thread'],
      registers: [registry],
      collect() {
        for (const thread of ['writer', 'preparing'] as const) this.set({ thread }, read(thread))
      },
    })
  }
}
