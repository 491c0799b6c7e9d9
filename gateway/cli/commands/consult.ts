/** `chuanyu consult`: consultations by key, without a browser. What is read goes to stdout; every act is signed, sent, and told on stderr. */
import { canonical, isCanonical } from '../../../contracts/jcs.ts'
import { PRODUCT_IDS } from '../../../contracts/registry/types.ts'
import { type Client, createClient } from '../../client/client.ts'
import { countOf, listOf, membersOf, textOf } from '../../client/read-json.ts'
import { DOCUMENT_TYPES } from '../../documents/cosign.ts'
import { STEP_TYP } from '../../documents/step.ts'
import { Problem } from '../../errors/problem.ts'
import { SIGN_IN_TYP } from '../../identity/challenge.ts'
import { assembleDocument, signDocument } from '../../identity/document.ts'
import { readKey } from '../../key-file.ts'
import type { StepAct } from '../../release/consultation/acts.ts'
import type { Command, Io } from '../command.ts'
import { EXIT, type ExitCode } from '../exit.ts'
import { readSource } from '../files.ts'
import { readArgs, readOrigin, readTime, required, UsageError } from '../usage.ts'

const help = `用法 usage: chuanyu consult VERB [ID] --origin URL --key FILE [options]

用密钥办理会商，不用浏览器：读出的写到标准输出，每一步都签名并写入账本。
Consultations by key, without a browser: what is read goes to stdout, and every step is
signed and goes into the ledger.

  list                        双方会商 · of both sides
  show ID [--payload]         现状与摘要，或待签原文 · where it stands, or the bytes to sign
  draft --product P --from D --to D [--corrects ID --reason T] [--embargo TIME]
  open ID                     提交双方 · put it on the table
  agree ID --digest SHA256    同意这些字节 · agree to exactly these bytes
  sign ID --digest SHA256     签发这些字节 · sign exactly these bytes
  object ID --text T [--cell C]      异议 · object
  comment ID --text T [--cell C]     意见 · comment
  resolve ID --objection N --text T  异议已解决 · the objection is settled
  withdraw ID --reason T      撤回 · withdraw
  minutes ID                  会商纪要 · the minutes
  jws FILE                    只签名，供粘贴（不用 --origin）· only sign, to paste
  --json                      list、show、minutes 输出 JSON · as JSON

例 examples:
  chuanyu consult list --origin http://127.0.0.1:8787 --key data/sandbox/cq-reviewer.jwk
  chuanyu consult agree weekly-water-2026-11-16 --origin https://gateway.example --key me.jwk --digest 5f…
`

const OPTIONS = {
  origin: { type: 'string' },
  key: { type: 'string' },
  json: { type: 'boolean' },
  payload: { type: 'boolean' },
  digest: { type: 'string' },
  product: { type: 'string' },
  from: { type: 'string' },
  to: { type: 'string' },
  corrects: { type: 'string' },
  reason: { type: 'string' },
  embargo: { type: 'string' },
  text: { type: 'string' },
  cell: { type: 'string' },
  objection: { type: 'string' },
} as const

type Values = ReturnType<typeof readArgs<typeof OPTIONS>>['values']
type Key = ReturnType<typeof readKey>

/** What a verb works with; `id` is empty where it takes none. */
interface Call {
  readonly client: Client
  readonly id: string
  readonly values: Values
  readonly io: Io
}

const DAY_MS = 86_400_000

function keyFrom(file: string): Key {
  try {
    return readKey(file)
  } catch (error) {
    throw new UsageError(`--key ${file}: ${error instanceof Error ? error.message : String(error)}`)
  }
}

const pathOf = (id: string): string => `/v1/consultations/${encodeURIComponent(id)}`

/** Words in both languages, of JSON from the gateway. */
function words(value: unknown, what: string): string {
  const both = membersOf(value, what)
  const [zh, en] = [textOf(both.get('zh'), what), textOf(both.get('en'), what)]
  return zh === en ? zh : `${zh} · ${en}`
}

function days(value: unknown): string {
  const period = membersOf(value, 'period')
  const end = Date.parse(textOf(period.get('end'), 'end')) - 1
  const last = new Date(end + DAY_MS / 3).toISOString().slice(0, 10)
  return `${textOf(period.get('start'), 'start').slice(0, 10)} – ${last}`
}

/** Who is next, as one line each. */
function nextLines(value: unknown): readonly string[] {
  return listOf(value, 'next').map((one) => {
    const duty = membersOf(one, 'a duty')
    const by = duty.get('by')
    const told = ['party', 'post', 'act'].map((name) => textOf(duty.get(name), name)).join(' ')
    return typeof by === 'string' ? `${told} ≤ ${by}` : told
  })
}

async function list({ client, values, io }: Call): Promise<ExitCode> {
  const answer = await client.read('/v1/consultations')
  if (values.json) {
    await io.out(`${answer.text()}\n`)
    return EXIT.ok
  }
  const all = listOf(membersOf(answer.json(), 'consultations').get('consultations'), 'consultations')
  for (const one of all) {
    const row = membersOf(one, 'a consultation')
    const next = nextLines(row.get('next')).join('; ')
    const cells = [textOf(row.get('id'), 'id'), textOf(row.get('status'), 'status'), days(row.get('period')), next]
    await io.out(`${cells.join('\t')}\n`)
  }
  io.err(`${all.length} 次会商 · ${all.length} consultations\n`)
  return EXIT.ok
}

async function show({ client, id, values, io }: Call): Promise<ExitCode> {
  const answer = await client.read(pathOf(id))
  const body = membersOf(answer.json(), 'a consultation')
  if (values.json || values.payload) {
    // The payload alone is to be hashed and signed: no byte more.
    await io.out(values.payload ? canonical(body.get('payload')) : `${answer.text()}\n`)
    return EXIT.ok
  }
  const line = (label: string, value: unknown): Promise<void> => io.out(`${label}\t${String(value)}\n`)
  await line('会商 consultation', id)
  await line('产品 product', words(body.get('title'), 'title'))
  await line('时段 period', days(body.get('period')))
  await line('阶段 status', body.get('status'))
  await line('步骤 steps', body.get('steps'))
  for (const one of nextLines(body.get('next'))) await line('下一步 next', one)
  for (const remark of listOf(body.get('remarks'), 'remarks')) {
    const { kind, resolved, step, text, cell } = Object.fromEntries(membersOf(remark, 'a remark'))
    if (kind === 'objection' && resolved === null) await line(`异议 objection ${step}`, `${cell ?? '–'} ${text}`)
  }
  await line('待签 digest', body.get('digest') ?? '–')
  return EXIT.ok
}

async function minutes({ client, id, values, io }: Call): Promise<ExitCode> {
  const answer = await client.read(`${pathOf(id)}/minutes`)
  if (values.json) {
    await io.out(`${answer.text()}\n`)
    return EXIT.ok
  }
  const drawn = membersOf(answer.json(), 'minutes')
  await io.out(`${words(drawn.get('title'), 'title')}\n`)
  await io.out(`${words(membersOf(drawn.get('outcome'), 'outcome').get('text'), 'outcome')}\n\n`)
  for (const entry of listOf(drawn.get('timeline'), 'timeline')) {
    const { at, by, text } = Object.fromEntries(membersOf(entry, 'an entry'))
    const [time, who] = [membersOf(at, 'at').get('local'), membersOf(by, 'by')]
    await io.out(`${time}\t${who.get('party')} ${who.get('operator')}\t${words(text, 'text')}\n`)
  }
  return EXIT.ok
}

/** Steps there are, and the revision of a cell on the table. */
async function placeIn(client: Client, id: string, cell: string | null): Promise<{ seen: number; revision: number }> {
  const body = membersOf((await client.read(pathOf(id))).json(), 'a consultation')
  const seen = countOf(body.get('steps'), 'steps')
  if (cell === null) return { seen, revision: 0 }
  const cells = listOf(membersOf(body.get('table'), 'table').get('cells'), 'cells')
  const found = cells.map((one) => membersOf(one, 'a cell')).find((one) => one.get('id') === cell)
  return { seen, revision: found ? countOf(found.get('revision'), 'revision') : 0 }
}

interface Came {
  readonly id: string
  readonly status: string
  readonly steps: number
  readonly digest: string
}

async function told({ io }: Pick<Call, 'io'>, what: string, came: Came): Promise<ExitCode> {
  const { id, status, steps, digest } = came
  await io.out(`${JSON.stringify({ id, status, steps, digest })}\n`)
  io.err(`✓ ${what} · ${id}: ${status}\n`)
  return EXIT.ok
}

/** Sends an act about a consultation as it stands. */
async function act(call: Call, what: string, make: (place: { revision: number }) => StepAct): Promise<ExitCode> {
  const { client, id, values } = call
  const { seen, revision } = await placeIn(client, id, values.cell ?? null)
  return told(call, what, await client.step(id, make({ revision }), seen))
}

function civilDay(value: string, name: string): string {
  const ms = Date.parse(`${value}T00:00:00Z`)
  const exists = /^\d{4}-\d{2}-\d{2}$/.test(value) && Number.isFinite(ms)
  if (exists && new Date(ms).toISOString().startsWith(value)) return value
  throw new UsageError(`--${name} 应为日期，例 2026-11-16 · expected --${name} as a day, got ${value}`)
}

async function draft(call: Call): Promise<ExitCode> {
  const { client, values } = call
  const product = PRODUCT_IDS.find((one) => one === required(values.product, 'product'))
  if (!product) throw new UsageError(`--product 应为 ${PRODUCT_IDS.join('、')} · got ${values.product}`)
  const [from, to] = [civilDay(required(values.from, 'from'), 'from'), civilDay(required(values.to, 'to'), 'to')]
  const { corrects = null, reason = null, embargo = null } = values
  if (embargo !== null) readTime(embargo, 'embargo')
  const { ledgerSize } = await client.read('/v1/consultations')
  const end = new Date(Date.parse(`${to}T00:00:00Z`) + DAY_MS).toISOString().slice(0, 10)
  const period = { start: `${from}T00:00:00+08:00`, end: `${end}T00:00:00+08:00` }
  const made = { type: 'draft', basis: ledgerSize ?? 0, corrects, embargo, period, product, reason } as const
  return told(call, '已建立草稿 · drafted', await client.step(null, made, 0))
}

/** Only what was read is agreed to or signed: its digest must be said. */
function digestOf({ values }: Pick<Call, 'values'>): string {
  const digest = required(values.digest, 'digest')
  if (/^[0-9a-f]{64}$/.test(digest)) return digest
  throw new UsageError(
    `--digest 应为 64 位十六进制 SHA-256，见 show · expected --digest as show tells it, got ${digest}`,
  )
}

const text = ({ text: said }: Values): string => required(said, 'text')

const VERBS: Readonly<Record<string, (call: Call) => Promise<ExitCode>>> = {
  list,
  show,
  draft,
  minutes,
  open: (call) => act(call, '已提交 · on the table', () => ({ type: 'open' })),
  agree: async (call) => told(call, '已同意 · agreed', await call.client.agree(call.id, digestOf(call))),
  sign: async (call) =>
    told(call, '已签发 · signed', await call.client.signRelease(call.id, undefined, digestOf(call))),
  object: (call) =>
    act(call, '已提出异议 · objected', ({ revision }) => {
      return { type: 'object', cell: call.values.cell ?? null, revision, text: text(call.values) }
    }),
  comment: (call) =>
    act(call, '已发表意见 · commented', ({ revision }) => {
      return { type: 'comment', cell: call.values.cell ?? null, revision, text: text(call.values) }
    }),
  resolve: (call) =>
    act(call, '异议已解决 · settled', () => {
      const objection = Number(required(call.values.objection, 'objection'))
      return { type: 'resolve', objection, text: text(call.values) }
    }),
  withdraw: (call) =>
    act(call, '已撤回 · withdrawn', () => ({ type: 'withdraw', reason: required(call.values.reason, 'reason') })),
}

/** Verbs that are about no consultation there is. */
const NAMELESS: ReadonlySet<string> = new Set(['list', 'draft'])

/** The `typ` of a text by what it says it is; nothing else is signed. */
function typOf(value: unknown): string {
  const type = typeof value === 'object' && value !== null && 'type' in value ? value.type : undefined
  if (type === 'consultation-step') return STEP_TYP
  if (type === 'sign-in') return SIGN_IN_TYP
  if (PRODUCT_IDS.some((id) => id === type)) return DOCUMENT_TYPES.release
  throw new Problem('body-invalid', { pointer: '/type', value: String(type) })
}

/** Signs a text as a page shows it. An editor's newline at the end is none of it. */
async function jws(file: string, key: Key, io: Io): Promise<ExitCode> {
  const payload = new TextDecoder('utf-8', { fatal: true }).decode(await readSource(file)).replace(/\r?\n$/, '')
  if (!isCanonical(payload)) {
    const detail = { zh: `${file} 不是规范 JSON（RFC 8785）`, en: `expected canonical JSON (RFC 8785) in ${file}` }
    throw new Problem('body-invalid', { detail })
  }
  const typ = typOf(JSON.parse(payload))
  await io.out(`${JSON.stringify(assembleDocument(payload, [signDocument(payload, { ...key, typ })]))}\n`)
  return EXIT.ok
}

/** `consult`. */
export const consultCommand: Command = {
  help,
  async run(args, io) {
    const { values, positionals } = readArgs(args, OPTIONS)
    const [verb = '', id = '', ...rest] = positionals
    const known = Object.hasOwn(VERBS, verb) ? VERBS[verb] : undefined
    const names = [...Object.keys(VERBS), 'jws'].join('、')
    if (!known && verb !== 'jws') throw new UsageError(`动词应为 ${names} · expected a verb of these, got ${verb}`)
    if (rest.length > 0 || (NAMELESS.has(verb) && id !== '')) {
      throw new UsageError(`多余的参数 · unexpected argument: ${[...rest, id].join(' ')}`)
    }
    if (!NAMELESS.has(verb) && id === '') throw new UsageError('缺少 ID 或文件 · expected an ID or a file')
    const key = keyFrom(required(values.key, 'key'))
    if (!known) return jws(id, key, io)
    const client = createClient({ origin: readOrigin(required(values.origin, 'origin')), key })
    try {
      return await known({ client, id, values, io })
    } finally {
      await client.close()
    }
  },
}
