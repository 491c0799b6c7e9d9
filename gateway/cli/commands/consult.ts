/** `chuanyu consult`: consultations by key, without a browser. What is read goes to stdout; every act is signed, sent, and told on stderr. */
import { createClient } from '../../client/client.ts'
import type { Command } from '../command.ts'
import { attach, check } from '../consult/attach.ts'
import { act, type Call, OPTIONS, told, type Values } from '../consult/call.ts'
import { draft } from '../consult/draft.ts'
import { jws } from '../consult/jws.ts'
import { list, minutes, show } from '../consult/read.ts'
import { watch } from '../consult/watch.ts'
import type { ExitCode } from '../exit.ts'
import { keyOption } from '../signer/signing-key.ts'
import { readArgs, readOrigin, required, UsageError } from '../usage.ts'

const help = `用法 usage: chuanyu consult VERB [ID] --origin URL --key FILE [options]

用密钥办理会商，不用浏览器：每一步都签名并写入账本。
Consultations by key, without a browser: every step is signed and goes into the ledger.

  list                        双方会商 · of both sides
  show ID [--payload]         现状与摘要，或待签原文 · where it stands, or the bytes to sign
  draft --product P --from D --to D [--corrects ID --reason T] [--embargo TIME]
  open ID                     提交双方 · put it on the table
  agree ID --digest SHA256    同意这些字节 · agree to exactly these bytes
  sign ID --digest SHA256     签发这些字节 · sign exactly these bytes
  object | comment ID --text T [--cell C]   异议、意见 · object, comment
  resolve ID --objection N --text T         异议已解决 · the objection is settled
  attach ID FILE              附上文件的摘要，文件不外传 · by digest; the file stays here
  check ID FILE               是否附件：0 是，4 否 · whether FILE is attached: 0, else 4
  withdraw ID --reason T      撤回 · withdraw
  minutes ID                  会商纪要 · the minutes
  watch [ID] [--after N] [--count N]   实时事件，NDJSON，断线重连 · live events, reconnecting
  jws FILE                    只签名，供粘贴（不用 --origin）· only sign, to paste
  --json                      list、show、minutes 输出 JSON · as JSON
  --if-match ETAG             读取后有变动则不办理（退出码 6）· refused (6) once it has changed

例 examples:
  chuanyu consult agree weekly-water-2026-11-16 --origin https://gateway.example --key me.jwk --digest 5f…
  chuanyu consult watch --origin https://gateway.example --key me.jwk | jq -c .
`

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
  attach,
  check,
  watch,
  open: (call) => act(call, '已提交 · on the table', () => ({ type: 'open' })),
  agree: async (call) =>
    told(call, '已同意 · agreed', await call.client.agree(call.id, digestOf(call), call.values['if-match'])),
  sign: async (call) =>
    told(
      call,
      '已签发 · signed',
      await call.client.signRelease(call.id, undefined, digestOf(call), call.values['if-match']),
    ),
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

/** Verbs that are about no consultation there is, those that may be about one or all, and those that want a file as well. */
const NAMELESS: ReadonlySet<string> = new Set(['list', 'draft'])
const MAY_BE_NAMED: ReadonlySet<string> = new Set(['watch'])
const WITH_FILE: ReadonlySet<string> = new Set(['attach', 'check'])

function mustBeArguments(verb: string, [id = '', file = '', ...rest]: readonly string[]): void {
  const surplus = [
    ...(NAMELESS.has(verb) && id !== '' ? [id] : []),
    ...(!WITH_FILE.has(verb) && file !== '' ? [file] : []),
    ...rest,
  ]
  if (surplus.length > 0) throw new UsageError(`多余的参数 · unexpected argument: ${surplus.join(' ')}`)
  if (id === '' && !NAMELESS.has(verb) && !MAY_BE_NAMED.has(verb))
    throw new UsageError('缺少 ID 或文件 · expected an ID or a file')
  if (file === '' && WITH_FILE.has(verb)) throw new UsageError('缺少文件 · expected a file behind the ID')
}

/** `consult`. */
export const consultCommand: Command = {
  help,
  async run(args, io) {
    const { values, positionals } = readArgs(args, OPTIONS)
    const [verb = '', ...rest] = positionals
    const [id = '', file = ''] = rest
    const known = Object.hasOwn(VERBS, verb) ? VERBS[verb] : undefined
    const names = [...Object.keys(VERBS), 'jws'].join('、')
    if (!known && verb !== 'jws') throw new UsageError(`动词应为 ${names} · expected a verb of these, got ${verb}`)
    mustBeArguments(verb, rest)
    const key = keyOption(required(values.key, 'key'))
    if (!known) return jws(id, key, io)
    const client = createClient({ origin: readOrigin(required(values.origin, 'origin')), key })
    try {
      return await known({ client, id, file, values, io })
    } finally {
      await client.close()
    }
  },
}
