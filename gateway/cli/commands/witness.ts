/** `chuanyu witness`: keeps the last checkpoint of a gateway's ledger, and cries out when it shrinks or forks. */
import { readFile } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { writeDurably } from '../../backup/durable.ts'
import { cosigned, sendCosigned, type WitnessKey, witnessVerifier } from '../../client/cosign.ts'
import { createTransport } from '../../client/transport.ts'
import { readTrust } from '../../client/verify/trust.ts'
import { readWitnessState, type WitnessState, witness } from '../../client/witness.ts'
import { ALGORITHMS } from '../../identity/algorithms.ts'
import { isKeyName } from '../../ledger/note.ts'
import type { Command, Io } from '../command.ts'
import { EXIT, type ExitCode } from '../exit.ts'
import { explainError } from '../explain.ts'
import { keyOption } from '../signer/signing-key.ts'
import { noFiles, readArgs, readOrigin, required, UsageError } from '../usage.ts'

const help = `用法 usage: chuanyu witness --origin URL --trust FILE --state FILE [--every SECONDS]
                        [--key FILE --name NAME]

取网关账本的检查点，核验签名，并证明它由上次所见增长而来；所见写入 --state。账本变短或
分叉即报警，两份签名的检查点留作证据。有 --key 则对所见联署，交给网关公布。
Takes the ledger's checkpoint, verifies it, and proves that it has grown out of the last
one seen, which --state keeps. A ledger that shrinks or forks is told at once; both signed
checkpoints are kept as the proof. With --key it cosigns what it has seen (C2SP
tlog-cosignature) and gives it to the gateway, which lists the key it prints.

  --origin URL     网关 · the gateway
  --trust FILE     信任文件 · trust file, for the log's key
  --state FILE     上次所见 · what was seen last
  --every SECONDS  每隔多久再看；默认一次 · look again; by default once
  --key FILE       见证人私钥，Ed25519，只作此用 · the witness's key, for nothing else
  --name NAME      见证人名字 · its name, as witness.example/w1

例 examples:
  chuanyu witness --origin https://gateway.example --trust trust.json --state seen.json
  chuanyu witness --origin https://gateway.example --trust trust.json --state seen.json \\
    --every 600 --key witness.jwk --name witness.example/w1

退出码 exit: 0 增长或未变 grown or same · 4 变短或分叉 shrunk or forked · 5 网络 network
`

const TIMEOUT_MS = 30_000
const LEAST_SECONDS = 10

async function stateIn(file: string): Promise<WitnessState | null> {
  let text: string
  try {
    text = await readFile(file, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
  const state = readWitnessState(text)
  // What was seen must not be forgotten because a file was cut short.
  if (!state) throw new UsageError(`--state ${file} 不是 witness 的文件 · is not a witness's file`)
  return state
}

interface Watch {
  readonly origin: string
  readonly log: Parameters<typeof witness>[1]['log']
  readonly file: string
  /** Cosigns what was seen; null for one that only watches. */
  readonly key: WitnessKey | null
}

async function look({ origin, log, file, key }: Watch, io: Io): Promise<ExitCode> {
  const transport = createTransport({ timeoutMs: TIMEOUT_MS })
  const get = async (path: string): Promise<string> => {
    const { status, body } = await transport.send({ method: 'GET', url: `${origin}${path}`, headers: {} })
    if (status !== 200) throw new Error(`${path}: HTTP ${status}`)
    return Buffer.from(body).toString('utf8')
  }
  try {
    const found = await witness(
      await stateIn(file),
      {
        log,
        checkpoint: () => get('/v1/ledger/checkpoint'),
        async consistency(first, second) {
          const answer: unknown = JSON.parse(await get(`/v1/ledger/proof/consistency?first=${first}&second=${second}`))
          const proof = typeof answer === 'object' && answer !== null && 'proof' in answer ? answer.proof : null
          return Array.isArray(proof) ? proof.map(String) : []
        },
      },
      new Date().toISOString(),
    )
    if ('state' in found) {
      await writeDurably(file, `${JSON.stringify(found.state)}\n`)
      io.err(`✓ ${found.size} 条 leaves (${found.verdict})\n`)
      if (key) {
        // Only now: what was cosigned must never be forgotten.
        await sendCosigned(transport, origin, cosigned(found.state.checkpoint, key, Date.now()))
        io.err(`✓ 已联署 cosigned: ${key.name}\n`)
      }
      return EXIT.ok
    }
    const proof = `${file}.fork-${Date.now()}.json`
    await writeDurably(proof, `${JSON.stringify({ format: 'chuanyu-fork', v: 1, checkpoints: found.notes })}\n`)
    io.err(
      found.verdict === 'shrunk'
        ? `✗ 账本由 ${found.from} 条变为 ${found.to} 条 · the ledger shrank; ${proof}\n`
        : `✗ 账本分叉（${found.size} 条处） · the ledger has forked at ${found.size}; ${proof}\n`,
    )
    return EXIT.trust
  } finally {
    await transport.close()
  }
}

/** The witness's key. Throws UsageError. */
function witnessKey(file: string | undefined, name: string | undefined): WitnessKey | null {
  if (file === undefined && name === undefined) return null
  const key = keyOption(required(file, 'key'))
  const named = required(name, 'name')
  if (key.jwk.kty !== 'OKP')
    throw new UsageError('见证密钥应为 Ed25519 · expected an Ed25519 key (keygen --alg ed25519)')
  if (!isKeyName(named)) throw new UsageError(`--name 应如 witness.example/w1 · got ${named}`)
  return {
    name: named,
    publicKey: Buffer.from(key.jwk.x, 'base64url'),
    sign: (message) => ALGORITHMS[key.alg].sign(key.privateKey, message),
  }
}

/** `witness`. */
export const witnessCommand: Command = {
  help,
  async run(args, io) {
    const { values, positionals } = readArgs(args, {
      origin: { type: 'string' },
      trust: { type: 'string' },
      state: { type: 'string' },
      every: { type: 'string' },
      key: { type: 'string' },
      name: { type: 'string' },
    })
    noFiles(positionals)
    const key = witnessKey(values.key, values.name)
    if (key) io.err(`见证公钥 witness's key: ${witnessVerifier(key)}\n`)
    const watch = {
      origin: readOrigin(required(values.origin, 'origin')),
      log: readTrust(await readFile(required(values.trust, 'trust'), 'utf8')).log,
      file: required(values.state, 'state'),
      key,
    }
    if (values.every === undefined) return look(watch, io)
    const seconds = Number(values.every)
    if (!(seconds >= LEAST_SECONDS))
      throw new UsageError(
        `--every 应为不小于 ${LEAST_SECONDS} 的秒数 · expected --every of at least ${LEAST_SECONDS} seconds`,
      )
    for (;;) {
      let exit: ExitCode
      try {
        exit = await look(watch, io)
      } catch (error) {
        // A gateway that cannot be reached for a while is no fork.
        io.err(explainError(error))
        exit = EXIT.ok
      }
      if (exit !== EXIT.ok) return exit
      await sleep(seconds * 1000)
    }
  },
}
