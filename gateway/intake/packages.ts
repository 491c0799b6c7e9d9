/** HTTP for packages that crossed an air gap: each file taken in as if sent alone, and one signed answer to all of them. */
import { type Context, Hono } from 'hono'
import { canonical } from '../../contracts/jcs.ts'
import { toProblem } from '../errors/map.ts'
import { Problem, problemDocument } from '../errors/problem.ts'
import { json } from '../http/answer.ts'
import type { Env } from '../http/caller.ts'
import { permittedReach } from '../http/permitted.ts'
import { readInstant, readQuery } from '../http/query.ts'
import { sha256Hex } from '../identity/digest.ts'
import { signCanonical } from '../identity/document.ts'
import { IdentityError } from '../identity/error.ts'
import { PACKAGE_LIMITS, SIGNATURE_LIMITS } from '../identity/limits.ts'
import { paced } from '../identity/pace.ts'
import {
  mustBeForHere,
  PACKAGE_ANSWER_TYP,
  type PackageHead,
  type PackedFile,
  readPackageHead,
  splitFiles,
} from '../identity/package.ts'
import { type VerifiedPackaged, verifyPackagedAside } from '../identity/package-request.ts'
import { activeKey } from '../identity/profile.ts'
import { parseCheckpoint } from '../ledger/checkpoint.ts'
import { toBase64 } from '../ledger/encoding.ts'
import { AppendRefused } from '../ledger/log.ts'
import { parseNote } from '../ledger/note.ts'
import { scopeOf } from './entry.ts'
import { arriving } from './package-body.ts'
import type { SubmissionRequest, Submitted } from './submit.ts'
import { backfillBefore, readBackfill, termsInForce } from './terms.ts'

type Gateway = Env['Variables']['gateway']
type Head = PackageHead<NonNullable<ReturnType<Gateway['standing']['key']>>>

/** Bodies of a gateway that a package may have; 64 MiB where bodies are as large as usual. */
const BODIES = 4
/** Seconds until another package may be tried. */
const BUSY_RETRY = 5

/** A file of a package whose signature and digest hold. */
interface Verified {
  readonly file: PackedFile
  readonly bytes: Uint8Array
  readonly signed: VerifiedPackaged
}

/** The same refusal with the file it is of. */
function inFile({ code, detail, value }: IdentityError, name: string, at: number): IdentityError {
  const told = { zh: `${name}：${detail.zh}`, en: `${name}: ${detail.en}` }
  return new IdentityError(code, told, { pointer: `/files/${at}`, ...(value === undefined ? {} : { value }) })
}

async function verifyFiles({ manifest, kid }: Head, rest: Uint8Array, { standing }: Gateway): Promise<Verified[]> {
  const nonces = new Set<string>()
  const verified: Verified[] = []
  for (const [at, bytes] of splitFiles(manifest, rest).entries()) {
    const file = manifest.files[at]
    if (!file) break
    const signed = await verifyPackagedAside(file, bytes, { created: manifest.created, findKey: standing.key }).catch(
      (error: unknown) => {
        throw error instanceof IdentityError ? inFile(error, file.name, at) : error
      },
    )
    if (signed.keyid !== kid || nonces.has(signed.nonce))
      throw new Problem('package-malformed', {
        pointer: `/files/${at}/signatureInput`,
        detail: {
          zh: '各文件应由签署整包的密钥签名，且 nonce 各不相同',
          en: 'expected every file signed by the key of the package, each with a nonce of its own',
        },
      })
    nonces.add(signed.nonce)
    verified.push({ file, bytes, signed })
  }
  return verified
}

function requestOf(c: Context<Env>, head: Head, { file, bytes, signed }: Verified): SubmissionRequest {
  const { now, limits } = c.get('gateway')
  const { key, kid, manifest, jws } = head
  const { contract: named, at, backfill } = readQuery(file.targetUri, ['contract', 'at', 'backfill'])
  const { contract, registry, adapter } = termsInForce(c, named, key.party)
  const past = readBackfill(backfill) ? { backfillBefore: backfillBefore(contract.contract, now()) } : {}
  const expires = (manifest.expires + SIGNATURE_LIMITS.skew) * 1000
  const { method, targetUri, contentType, contentDigest, signatureInput, signature } = file
  if (bytes.length > limits.bytes)
    throw new Problem('body-too-large', {
      detail: { zh: `单个文件上限 ${limits.bytes} 字节`, en: `a file may have ${limits.bytes} bytes` },
    })
  return {
    party: key.party,
    agency: key.agency,
    kid,
    nonce: { kid, nonce: signed.nonce, expires },
    idempotencyKey: null,
    mediaType: contentType,
    bytes,
    digest: signed.digest,
    evidence: { method, targetUri, contentType, contentDigest, signatureInput, signature, package: jws },
    // A clock slightly ahead sealed it: never later than now.
    at: Math.min(at === undefined ? manifest.created * 1000 : readInstant('at', at), now()),
    ...past,
    contract: contract.contract,
    contractDigest: contract.document.digest,
    registry,
    adapter,
  }
}

/** The receipt these bytes have already, when this very file of this very package was taken before. */
async function before({ store }: Gateway, request: SubmissionRequest): Promise<Submitted | null> {
  if (!(await store.claimed(request.nonce))) return null
  const held = await store.submissionByScope(scopeOf(request))
  return held && { id: held.id, receipt: held.receipt, repeated: true }
}

async function takeOnce(gateway: Gateway, request: SubmissionRequest): Promise<Submitted> {
  const known = await before(gateway, request)
  if (known) return known
  try {
    const done = await gateway.intake.submit(request)
    // Nothing was committed for it, so that its nonce would serve again once the records have moved on.
    if (done.repeated) await gateway.store.claim(request.nonce)
    return done
  } catch (error) {
    const again = error instanceof AppendRefused && error.refusal === 'nonce-used'
    const done = again ? await before(gateway, request) : null
    if (done) return done
    throw error
  }
}

async function answerTo(c: Context<Env>, head: Head, verified: Verified): Promise<object> {
  const gateway = c.get('gateway')
  const { file, signed } = verified
  const told = { digest: signed.digest, name: file.name }
  try {
    const done = await takeOnce(gateway, requestOf(c, head, verified))
    const receipt = JSON.parse(done.receipt)
    const stored = await gateway.store.submission(done.id)
    const { size } = parseCheckpoint(parseNote(receipt.receipt.checkpoint).text)
    const proof = (await gateway.log.inclusion(receipt.receipt.leaf.index, size)).map(toBase64)
    return { ...told, proof, receipt, rejections: JSON.parse(stored?.rejections ?? '[]'), repeated: done.repeated }
  } catch (error) {
    const problem = toProblem(error)
    // What is not the file's doing may go well the next time, for this file and those behind it.
    if (problem.status >= 500 || problem.status === 429) throw error
    return { ...told, problem: problemDocument(problem, gateway.config.origin) }
  }
}

/** `/v1/packages` */
export function packageRoutes(): Hono<Env> {
  const routes = new Hono<Env>()
  let busy = false

  async function readHead(c: Context<Env>, line: Uint8Array): Promise<Head> {
    const gateway = c.get('gateway')
    const { standing, pace, config, now } = gateway
    const find = paced(pace, (kid: string) => activeKey(kid, standing.key))
    const head = readPackageHead(line, find)
    const { key, kid, manifest } = head
    c.set('actor', { kid, party: key.party, agency: key.agency })
    permittedReach(key.roles, 'POST', '/v1/submissions')
    const { packageWindow: window = PACKAGE_LIMITS.window } = config
    mustBeForHere(manifest, { origin: config.origin, now: now(), window })
    return head
  }

  routes.post('/', async (c) => {
    const gateway = c.get('gateway')
    const body = arriving(c.req.raw)
    const most = Math.min(PACKAGE_LIMITS.bytes, BODIES * gateway.limits.bytes)
    let own = false
    try {
      const head = await readHead(c, await body.line(PACKAGE_LIMITS.head))
      if (busy) throw new Problem('queue-full', { retryAfter: BUSY_RETRY })
      busy = own = true
      const verified = await verifyFiles(head, await body.rest(most), gateway)
      const files: object[] = []
      for (const one of verified) files.push(await answerTo(c, head, one))
      const at = new Date(gateway.now()).toISOString()
      const text = canonical({ at, files, package: sha256Hex(head.payload), type: 'package-answer', v: 1 })
      const signature = signCanonical(text, { ...gateway.config.gatewayKey, typ: PACKAGE_ANSWER_TYP })
      return json(c, `{"answer":${text},"signature":${canonical(signature)}}`)
    } finally {
      if (own) busy = false
      await body.pass(most)
    }
  })
  return routes
}
