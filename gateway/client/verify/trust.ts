/** The trust file: the log's key (C2SP signed-note) and each side's root, which the reader got by a way of its own. */
import { flag, type Guard, list, oneOf, optional, read, shape, text } from '../../../contracts/read.ts'
import { PARTIES } from '../../../contracts/types.ts'
import { importPublicJwk, type PublicJwk } from '../../identity/jwk.ts'
import type { RootKey } from '../../identity/keys.ts'
import { cosignerVerifier } from '../../ledger/cosignature.ts'
import type { NoteVerifier } from '../../ledger/note.ts'
import { ed25519Verifier, parseVerifierKey } from '../../ledger/note-ed25519.ts'
import type { TrustFile } from '../../release/bundle-types.ts'
import { base64UrlOf, count, exactly } from './guards.ts'
import { must } from './report.ts'

/** A trust file ready to verify with. */
export interface Trust {
  readonly sandbox: boolean
  readonly log: NoteVerifier
  /** Names the log had before, and how many leaves of it they may speak of. */
  readonly former: readonly { readonly name: string; readonly size: number }[]
  readonly roots: readonly RootKey[]
  readonly witnesses: readonly NoteVerifier[]
}

type Ed25519Jwk = Extract<PublicJwk, { readonly kty: 'OKP' }>
type EcJwk = Extract<PublicJwk, { readonly kty: 'EC' }>
const coordinate = base64UrlOf(32)
const ed25519 = shape<Ed25519Jwk>({ crv: exactly('Ed25519'), kty: exactly('OKP'), x: coordinate })
const ec = shape<EcJwk>({ crv: oneOf('P-256', 'SM2'), kty: exactly('EC'), x: coordinate, y: coordinate })
const jwk: Guard<PublicJwk> = (value, at, faults): value is PublicJwk =>
  typeof value === 'object' && value !== null && 'y' in value ? ec(value, at, faults) : ed25519(value, at, faults)

const file = shape<TrustFile>({
  format: exactly('chuanyu-trust'),
  v: exactly(1),
  sandbox: flag,
  log: text,
  former: optional(list(shape<NonNullable<TrustFile['former']>[number]>({ key: text, size: count }))),
  roots: shape<TrustFile['roots']>({ cq: jwk, sc: jwk }),
  witnesses: optional(list(text)),
})

// None of its strings holds white space, so what is left without any must be what its value prints as: a doubled member would be missing there.
function parse(source: string): unknown {
  const value: unknown = JSON.parse(source)
  const plain = JSON.stringify(value) === source.replace(/[ \t\r\n]+/g, '')
  must(plain, '信任文件有重复成员，或字符串中有空白', 'expected each member once, and no white space in strings')
  return value
}

/** The trust of a file's text, or of its value. Throws CheckFailure, TypeError, LedgerError, IdentityError. */
export function readTrust(source: unknown): Trust {
  const {
    sandbox,
    log,
    former = [],
    roots,
    witnesses = [],
  } = read('trust file', file, typeof source === 'string' ? parse(source) : source)
  const logKey = parseVerifierKey(log)
  const x = Buffer.from(logKey.publicKey).toString('base64url')
  const kids = [
    importPublicJwk({ kty: 'OKP', crv: 'Ed25519', x }).kid,
    ...PARTIES.map((party) => importPublicJwk(roots[party]).kid),
  ]
  must(
    new Set(kids).size === kids.length,
    '日志密钥与双方根密钥应各不相同',
    'expected three different keys: the log and each root',
  )
  const cosigners = witnesses.map(cosignerVerifier)
  const names = new Set(cosigners.map(({ name }) => name))
  must(
    names.size === cosigners.length && !names.has(logKey.name),
    '见证人名字应各不相同，也不同于账本',
    'expected witnesses of different names, none of them the log’s',
  )
  return {
    sandbox,
    log: ed25519Verifier(logKey),
    former: former.map(({ key, size }) => ({ name: parseVerifierKey(key).name, size })),
    roots: PARTIES.map((party) => ({ party, jwk: roots[party] })),
    witnesses: cosigners,
  }
}
