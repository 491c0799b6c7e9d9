/** `chuanyu keygen`: a key pair; the private half stays in a file of its owner, or in the device it is in already; the public half goes to stdout (RFC 7517). */
import { readFileSync } from 'node:fs'
import { ALGORITHMS, type AlgorithmName } from '../../identity/algorithms.ts'
import { generateKey, type ImportedPublicKey } from '../../identity/jwk.ts'
import { writeKey } from '../../key-file.ts'
import type { Command, Io } from '../command.ts'
import { EXIT, type ExitCode } from '../exit.ts'
import { externalSigner } from '../signer/external.ts'
import { readPublicKey } from '../signer/public-key.ts'
import { noFiles, readArgs, required, UsageError } from '../usage.ts'

const help = `用法 usage: chuanyu keygen [--alg ed25519|ecdsa-p256-sha256|sm2] --out FILE
            chuanyu keygen --public FILE --out FILE -- COMMAND ARG…

生成密钥对：私钥写入 FILE（仅本人可读，不覆盖已有文件），kid 与公钥 JWK 写到标准输出。
Makes a key pair: the private key goes to FILE (readable by its owner alone, never
overwritten), its kid and public JWK to stdout.

密钥在 USB Key 等设备中时：--public 给出公钥，-- 之后是签名程序；待签字节由其标准输入读入，
签名（r‖s 或 DER）写到标准输出。先试签一次，再写 FILE。
For a key that stays in a device: its public half and the program that signs, which gets
the bytes on stdin and prints the signature. It is tried once before FILE is written.

  --alg ALG      ed25519（默认 default）、ecdsa-p256-sha256、sm2
  --public FILE  设备中密钥的公钥：PEM、证书或 JWK · public key: PEM, certificate or JWK
  --out FILE     密钥文件 · the key file

例 examples:
  chuanyu keygen --alg sm2 --out signatory.jwk > signatory.public.json
  chuanyu keygen --public sm2.pub.pem --out signatory.jwk -- openssl pkeyutl -sign -rawin \\
    -digest sm3 -pkeyopt distid:1234567812345678 -inkey /keys/sm2.pem
`

function readAlgorithm(value: string): AlgorithmName {
  const name = value === 'sm2' ? 'sm2-sm3' : value
  const found = Object.values(ALGORITHMS).find((each) => each.name === name)
  if (!found) throw new UsageError(`--alg 应为 ed25519、ecdsa-p256-sha256 或 sm2 · got ${value}`)
  return found.name
}

function readPublic(file: string): ImportedPublicKey {
  try {
    return readPublicKey(readFileSync(file, 'utf8'))
  } catch (error) {
    throw new UsageError(`--public ${file}: ${error instanceof Error ? error.message : String(error)}`)
  }
}

const TRIAL = Buffer.from('chuanyu keygen trial', 'latin1')

/** What stands for a key in a device, once its program has signed. Throws ClientError, UsageError. */
function inDevice(file: string, command: readonly string[]) {
  if (command.length === 0) throw new UsageError('缺少 -- 之后的签名程序 · expected the program that signs after --')
  const { kid, alg, jwk } = readPublic(file)
  const { privateKey } = externalSigner({ jwk, command })
  ALGORITHMS[alg].sign(privateKey, TRIAL)
  return { kid, alg, publicJwk: jwk, kept: { ...jwk, command } }
}

function madeHere(alg: AlgorithmName) {
  const { privateJwk, ...made } = generateKey(alg)
  return { ...made, kept: privateJwk }
}

async function keep(file: string, made: ReturnType<typeof inDevice | typeof madeHere>, io: Io): Promise<ExitCode> {
  const { kid, alg, publicJwk, kept } = made
  try {
    writeKey(file, kept)
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error) || error.code !== 'EEXIST') throw error
    io.err(
      `✗ 文件已存在，未覆盖 · the file exists and was not overwritten\n  在 where  ${file}\n  改 fix    另选文件名 · choose another name\n`,
    )
    return EXIT.conflict
  }
  await io.out(`${JSON.stringify({ kid, alg, jwk: publicJwk })}\n`)
  return EXIT.ok
}

/** `keygen`. A file that is there already ends it with a conflict. */
export const keygenCommand: Command = {
  help,
  async run(args, io) {
    const { values, positionals } = readArgs(args, {
      alg: { type: 'string' },
      public: { type: 'string' },
      out: { type: 'string' },
    })
    const file = required(values.out, 'out')
    if (values.public === undefined) {
      noFiles(positionals)
      return keep(file, madeHere(readAlgorithm(values.alg ?? 'ed25519')), io)
    }
    if (values.alg !== undefined)
      throw new UsageError('--alg 与 --public 不能同用 · --alg and --public exclude each other')
    return keep(file, inDevice(values.public, positionals), io)
  },
}
