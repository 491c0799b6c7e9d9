/** `chuanyu duty`: who is on duty, a side's roster set by its signatory, what waits, and a word to who takes over. */
import { PRODUCT_IDS, type ProductId } from '../../../contracts/registry/types.ts'
import { type Client, createClient, type DutyDay } from '../../client/client.ts'
import { type DutySetting, POSTS, readDutySetting } from '../../client/duty.ts'
import { Problem } from '../../errors/problem.ts'
import type { DutyEntry } from '../../release/duty/roster.ts'
import type { Command, Io } from '../command.ts'
import { EXIT, type ExitCode } from '../exit.ts'
import { readSource } from '../files.ts'
import { keyOption } from '../signer/signing-key.ts'
import { civilDay, readArgs, readOrigin, readParty, required, UsageError } from '../usage.ts'

const help = `用法 usage: chuanyu duty VERB --origin URL --key FILE [options]

值班：看双方值班表，由本方签发人签署更新，看待办，交班留言。
Duty: both sides' rosters, set and signed by one's own signatory; what waits; hand-overs.

  list [--party P] [--from D] [--to D]   双方值班表，默认一周 · rosters, a week unless said
  put --post POST --from D --to D --holder KID [--deputy KID]… [--product P] [--note T]
  put FILE                    JSON：{"entries":[…],"product":null} · several entries at once
  due                         本方待办，期限近的在前 · what waits, the nearest deadline first
  hand-over ID --text T [--to KID]       给下一班留言 · a word to who takes over
  --json                      list、due、put 每行一个 JSON · one JSON a line

POST 为 drafter（拟稿）、reviewer（审核）、signatory（签发）；KID 见 list 与 keygen。

例 examples:
  chuanyu duty list --origin https://gateway.example --key me.jwk --from 2026-10-01 --to 2026-10-07
  chuanyu duty put --post reviewer --from 2026-10-01 --to 2026-10-07 --holder KID --origin https://gateway.example --key signatory.jwk
`

const OPTIONS = {
  origin: { type: 'string' },
  key: { type: 'string' },
  json: { type: 'boolean' },
  party: { type: 'string' },
  from: { type: 'string' },
  to: { type: 'string' },
  post: { type: 'string' },
  holder: { type: 'string' },
  deputy: { type: 'string', multiple: true },
  product: { type: 'string' },
  note: { type: 'string' },
  text: { type: 'string' },
} as const

type Values = ReturnType<typeof readArgs<typeof OPTIONS>>['values']

interface Call {
  readonly client: Client
  readonly argument: string
  readonly values: Values
  readonly io: Io
}

/** A line a post and day: day, side, post, product, who is on duty, note. */
async function printDays(days: readonly DutyDay[], { json }: Values, io: Io): Promise<void> {
  for (const { party, day, working, lines } of days) {
    for (const { post, product, onDuty, note } of lines) {
      if (json) {
        await io.out(`${JSON.stringify({ party, day, working, post, product, onDuty, note })}\n`)
        continue
      }
      const people = onDuty.map(
        ({ operator, agency, deputy, kid }) => `${deputy ? '代 deputy ' : ''}${operator} (${agency}) ${kid}`,
      )
      await io.out(`${[day, party, post, product ?? '*', people.join('; ') || '–', note ?? ''].join('\t').trimEnd()}\n`)
    }
  }
}

function dayIn(value: string | undefined, name: string): string | undefined {
  return value === undefined ? undefined : civilDay(value, name)
}

async function list({ client, values, io }: Call): Promise<ExitCode> {
  const party = values.party === undefined ? undefined : readParty(values.party)
  const [from, to] = [dayIn(values.from, 'from'), dayIn(values.to, 'to')]
  const days = await client.duty({
    ...(party ? { party } : {}),
    ...(from ? { from } : {}),
    ...(to ? { to } : {}),
  })
  await printDays(days, values, io)
  const lines = days.reduce((sum, one) => sum + one.lines.length, 0)
  if (lines === 0) io.err('未排班：持岗人员均可办理 · no roster: whoever holds the post may act\n')
  return EXIT.ok
}

function productOf({ product }: Values): ProductId | null {
  if (product === undefined) return null
  const found = PRODUCT_IDS.find((one) => one === product)
  if (!found) throw new UsageError(`--product 应为 ${PRODUCT_IDS.join('、')} · got ${product}`)
  return found
}

function entryOf(values: Values): DutyEntry {
  const asked = required(values.post, 'post')
  const post = POSTS.find((one) => one === asked)
  if (!post) throw new UsageError(`--post 应为 ${POSTS.join('、')} · got ${asked}`)
  return {
    deputies: values.deputy ?? [],
    from: civilDay(required(values.from, 'from'), 'from'),
    holder: required(values.holder, 'holder'),
    note: values.note ?? null,
    post,
    to: civilDay(required(values.to, 'to'), 'to'),
  }
}

/** What a file sets the roster to. Throws Problem `body-invalid`. */
async function settingIn(file: string): Promise<DutySetting> {
  let value: unknown
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(await readSource(file)))
  } catch (error) {
    if (!(error instanceof SyntaxError || error instanceof TypeError)) throw error
    throw new Problem('body-invalid', { detail: { zh: `${file} 不是 JSON`, en: `expected JSON in ${file}` } })
  }
  return readDutySetting(value)
}

async function put({ client, argument, values, io }: Call): Promise<ExitCode> {
  const setting =
    argument === '' ? { entries: [entryOf(values)], product: productOf(values) } : await settingIn(argument)
  const days = await client.putDuty(setting)
  await printDays(days, values, io)
  io.err(`✓ 已签署值班表 · the roster is set for ${days.length} days\n`)
  return EXIT.ok
}

async function due({ client, values, io }: Call): Promise<ExitCode> {
  const waiting = await client.waiting()
  for (const one of waiting) {
    const { consultation, post, act, by, minutesLeft, yours } = one
    const cells = [
      consultation,
      post,
      act,
      by ?? '–',
      minutesLeft === null ? '–' : `${minutesLeft} min`,
      yours ? '←' : '',
    ]
    await io.out(values.json ? `${JSON.stringify(one)}\n` : `${cells.join('\t').trimEnd()}\n`)
  }
  io.err(`${waiting.length} 项待办 · ${waiting.length} waiting\n`)
  return EXIT.ok
}

async function handOver({ client, argument, values, io }: Call): Promise<ExitCode> {
  if (argument === '') throw new UsageError('缺少会商 ID · expected the ID of a consultation')
  const text = required(values.text, 'text')
  const { steps } = await client.draft(argument)
  const came = await client.step(argument, { type: 'hand-over', text, to: values.to ?? null }, steps)
  await io.out(`${JSON.stringify({ id: came.id, status: came.status, steps: came.steps })}\n`)
  io.err(`✓ 已留言 · handed over: ${came.id}\n`)
  return EXIT.ok
}

const VERBS: Readonly<Record<string, (call: Call) => Promise<ExitCode>>> = { list, put, due, 'hand-over': handOver }
const TAKES_ARGUMENT: ReadonlySet<string> = new Set(['put', 'hand-over'])

/** `duty`. */
export const dutyCommand: Command = {
  help,
  async run(args, io) {
    const { values, positionals } = readArgs(args, OPTIONS)
    const [verb = '', argument = '', ...rest] = positionals
    const known = Object.hasOwn(VERBS, verb) ? VERBS[verb] : undefined
    if (!known)
      throw new UsageError(`动词应为 ${Object.keys(VERBS).join('、')} · expected a verb of these, got ${verb}`)
    const surplus = [...(argument !== '' && !TAKES_ARGUMENT.has(verb) ? [argument] : []), ...rest]
    if (surplus.length > 0) throw new UsageError(`多余的参数 · unexpected argument: ${surplus.join(' ')}`)
    const key = keyOption(required(values.key, 'key'))
    const client = createClient({ origin: readOrigin(required(values.origin, 'origin')), key })
    try {
      return await known({ client, argument, values, io })
    } finally {
      await client.close()
    }
  },
}
