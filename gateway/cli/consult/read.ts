/** What is read of consultations: the list, one as it stands, its minutes. */
import { canonical } from '../../../contracts/jcs.ts'
import { listOf, membersOf, textOf } from '../../client/read-json.ts'
import { EXIT, type ExitCode } from '../exit.ts'
import { printableLine } from '../printable.ts'
import { type Call, pathOf } from './call.ts'

const DAY_MS = 86_400_000

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

/** `list`. */
export async function list({ client, values, io }: Call): Promise<ExitCode> {
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
    await io.out(`${cells.map(printableLine).join('\t')}\n`)
  }
  io.err(`${all.length} 次会商 · ${all.length} consultations\n`)
  return EXIT.ok
}

/** `show`. */
export async function show({ client, id, values, io }: Call): Promise<ExitCode> {
  const answer = await client.read(pathOf(id))
  const body = membersOf(answer.json(), 'a consultation')
  if (values.json || values.payload) {
    // The payload alone is to be hashed and signed: no byte more.
    await io.out(values.payload ? canonical(body.get('payload')) : `${answer.text()}\n`)
    return EXIT.ok
  }
  const line = (label: string, value: unknown): Promise<void> => io.out(`${label}\t${printableLine(String(value))}\n`)
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
  await line('版本 etag', answer.header('etag') ?? '–')
  return EXIT.ok
}

/** `minutes`. */
export async function minutes({ client, id, values, io }: Call): Promise<ExitCode> {
  const answer = await client.read(`${pathOf(id)}/minutes`)
  if (values.json) {
    await io.out(`${answer.text()}\n`)
    return EXIT.ok
  }
  const drawn = membersOf(answer.json(), 'minutes')
  await io.out(`${printableLine(words(drawn.get('title'), 'title'))}\n`)
  await io.out(`${printableLine(words(membersOf(drawn.get('outcome'), 'outcome').get('text'), 'outcome'))}\n\n`)
  for (const entry of listOf(drawn.get('timeline'), 'timeline')) {
    const { at, by, text } = Object.fromEntries(membersOf(entry, 'an entry'))
    const [time, who] = [membersOf(at, 'at').get('local'), membersOf(by, 'by')]
    const cells = [`${time}`, `${who.get('party')} ${who.get('operator')}`, words(text, 'text')]
    await io.out(`${cells.map(printableLine).join('\t')}\n`)
  }
  return EXIT.ok
}
