/** Explains a signed request line by line: what it covers, what the gateway would compute, and where it differs from what was signed (RFC 9421 §2.5, RFC 9530). */
import { ALGORITHMS, algorithmByName } from '../../identity/algorithms.ts'
import { checkContentDigest, contentDigest } from '../../identity/digest.ts'
import { IdentityError } from '../../identity/error.ts'
import type { ImportedPublicKey } from '../../identity/jwk.ts'
import { SIGNATURE_LIMITS } from '../../identity/limits.ts'
import {
  parseSignature,
  parseSignatureInput,
  type SignatureInput,
  signatureBase,
} from '../../identity/message-signature.ts'
import { READ_COVERAGE, WRITE_COVERAGE } from '../../identity/request.ts'
import { type Finding, look, well, wrong } from './finding.ts'
import type { WrittenRequest } from './http-message.ts'
import { likelyMistake } from './mistakes.ts'

/** What it is held against. `origin` the gateway's, `key` the public half of the one that should have signed, `now` in ms. */
export interface Examination {
  readonly request: WrittenRequest
  readonly origin: string
  readonly key: ImportedPublicKey | null
  readonly now: number
}

/** All that was found, and the text that the signature must be over, when it can be told. */
export interface Examined {
  readonly findings: readonly Finding[]
  readonly base: string | null
}

const NONCE = /^[A-Za-z0-9_-]*$/

function said(error: unknown): { zh: string; en: string } {
  if (error instanceof IdentityError) return error.detail
  const text = error instanceof Error ? error.message : String(error)
  return { zh: text, en: text }
}

/** The address the gateway takes the request for. */
function targetOf({ target }: WrittenRequest, origin: string): string {
  return target.startsWith('/') ? `${origin}${target}` : target
}

function coveredFindings({ method }: WrittenRequest, input: SignatureInput): Finding[] {
  const read = method === 'GET' || method === 'HEAD'
  const [must, tag] = read ? [READ_COVERAGE, 'chuanyu-read'] : [WRITE_COVERAGE, 'chuanyu-write']
  const covered = new Set(input.components.map(({ id }) => id))
  const findings = must.components.map(({ id }) =>
    covered.has(id)
      ? well(`覆盖 ${id}`, `covers ${id}`)
      : wrong(
          `没有覆盖 ${id}`,
          `does not cover ${id}`,
          `签名须覆盖 ${must.list}`,
          `a ${read ? 'read' : 'write'} must cover ${must.list}`,
        ),
  )
  const named = input.params.get('tag')
  findings.push(
    named === tag
      ? well(`tag="${tag}"`, `tag="${tag}"`)
      : wrong(`tag 为 ${String(named)}`, `tag is ${String(named)}`, `写 tag="${tag}"`, `write tag="${tag}"`),
  )
  if (read) return findings
  const nonce = input.params.get('nonce')
  const { nonceMin, nonceMax } = SIGNATURE_LIMITS
  const sound = typeof nonce === 'string' && nonce.length >= nonceMin && nonce.length <= nonceMax && NONCE.test(nonce)
  findings.push(
    sound
      ? look(
          'nonce 形式正确；同一密钥用过的不能再用',
          'the nonce is well formed; one used before with this key is refused',
        )
      : wrong(
          'nonce 缺失或形式不对',
          'the nonce is missing or malformed',
          `每个写请求用新的 ${nonceMin}–${nonceMax} 个 base64url 字符`,
          `a fresh one of ${nonceMin} to ${nonceMax} base64url characters for each write`,
        ),
  )
  return findings
}

function timeFinding({ method }: WrittenRequest, input: SignatureInput, now: number): Finding {
  const created = input.params.get('created')
  const window = method === 'GET' || method === 'HEAD' ? SIGNATURE_LIMITS.readWindow : SIGNATURE_LIMITS.writeWindow
  if (typeof created !== 'number' || !Number.isInteger(created)) {
    const fix = 'created=Unix 秒 seconds'
    return wrong('缺少 created', 'created is missing', fix, fix)
  }
  const age = Math.floor(now / 1000) - created
  if (created > 1e11)
    return wrong(`created=${created} 像是毫秒`, `created=${created} looks like milliseconds`, '改为秒', 'write seconds')
  if (age < -SIGNATURE_LIMITS.skew)
    return wrong(
      `签名时间在 ${-age} 秒之后`,
      `created lies ${-age} s ahead`,
      '校准发送方时钟（NTP）',
      "set the sender's clock (NTP)",
    )
  if (age > window)
    return look(`签名时间在 ${age} 秒之前，有效 ${window} 秒`, `created ${age} s ago; it was good for ${window} s`, {
      zh: '每次发送时重新签名',
      en: 'sign anew for each sending',
    })
  return well(`签名时间在有效期内（${age} 秒前）`, `created in time (${age} s ago)`)
}

function digestFindings({ method, headers, body }: WrittenRequest): Finding[] {
  if (method === 'GET' || method === 'HEAD')
    return body.length === 0
      ? []
      : [wrong('读请求带有内容', 'a read with content', '读请求不带正文', 'send no body with a read')]
  const field = headers.get('content-digest')
  const fix = `Content-Digest: ${contentDigest(body)}`
  if (field === undefined) return [wrong('缺少 Content-Digest', 'Content-Digest is missing', fix, fix)]
  try {
    checkContentDigest(field, body)
    return [
      well(
        `Content-Digest 与 ${body.length} 字节正文相符`,
        `Content-Digest is that of the ${body.length} bytes of the body`,
      ),
    ]
  } catch (error) {
    const { zh, en } = said(error)
    const variants: readonly (readonly [string, string, Buffer])[] = [
      [
        '正文去掉最后的换行',
        'the body without its last line end',
        Buffer.from(body.toString('latin1').replace(/\r?\n$/, ''), 'latin1'),
      ],
      [
        '正文换行改为 LF',
        'the body with LF line ends',
        Buffer.from(body.toString('latin1').replaceAll('\r\n', '\n'), 'latin1'),
      ],
      [
        '正文换行改为 CRLF',
        'the body with CRLF line ends',
        Buffer.from(body.toString('latin1').replace(/\r?\n/g, '\r\n'), 'latin1'),
      ],
      ['正文去掉 BOM', 'the body without its byte order mark', body.subarray(body[0] === 0xef ? 3 : 0)],
    ]
    const match = variants.find(([, , bytes]) => {
      try {
        checkContentDigest(field, bytes)
        return true
      } catch {
        return false
      }
    })
    return [
      wrong(
        match ? `${zh}：它是“${match[0]}”的摘要` : zh,
        match ? `${en}: it is the digest of ${match[1]}` : en,
        `对实际发送的字节求摘要：${fix}`,
        `digest the very bytes that are sent: ${fix}`,
      ),
    ]
  }
}

function keyFindings(input: SignatureInput, key: ImportedPublicKey | null): Finding[] {
  const [alg, keyid] = [input.params.get('alg'), input.params.get('keyid')]
  const known = Object.keys(ALGORITHMS).join('、')
  const findings: Finding[] = [
    typeof alg === 'string' && algorithmByName(alg)
      ? well(`alg="${alg}"`, `alg="${alg}"`)
      : wrong(`alg 为 ${String(alg)}`, `alg is ${String(alg)}`, `应为 ${known} 之一`, `one of ${known}`),
  ]
  if (!key)
    return [
      ...findings,
      look('未给公钥（--public），不核验签名', 'no public key given (--public): the signature is not verified'),
    ]
  findings.push(
    keyid === key.kid
      ? well('keyid 是所给公钥的指纹', 'keyid is the thumbprint of the key given')
      : wrong(
          `keyid 为 ${String(keyid)}`,
          `keyid is ${String(keyid)}`,
          `所给公钥的 RFC 7638 指纹是 ${key.kid}`,
          `the RFC 7638 thumbprint of the key given is ${key.kid}`,
        ),
  )
  if (typeof alg === 'string' && algorithmByName(alg) && alg !== key.alg)
    findings.push(
      wrong(
        `该密钥的算法是 ${key.alg}`,
        `the key is one of ${key.alg}`,
        `写 alg="${key.alg}"`,
        `write alg="${key.alg}"`,
      ),
    )
  return findings
}

/** Examines a request. */
export function examineRequest({ request, origin, key, now }: Examination): Examined {
  const { headers, method } = request
  const targetUri = targetOf(request, origin)
  const findings: Finding[] = []
  if (!targetUri.startsWith(`${origin}/`))
    findings.push(
      wrong(
        `地址不在 ${origin} 之下`,
        `the address is not below ${origin}`,
        '用网关公布的地址',
        'use the address the gateway is known by',
      ),
    )
  const [field, signatureField] = [headers.get('signature-input'), headers.get('signature')]
  for (const [name, value] of [
    ['Signature-Input', field],
    ['Signature', signatureField],
  ] as const)
    if (value === undefined)
      findings.push(wrong(`缺少 ${name}`, `${name} is missing`, '按 RFC 9421 签名', 'sign by RFC 9421'))
  findings.push(...digestFindings(request))
  if (field === undefined || signatureField === undefined) return { findings, base: null }
  let label: string
  let input: SignatureInput
  let signature: Uint8Array | undefined
  try {
    const inputs = [...parseSignatureInput(field)]
    const [only] = inputs
    if (!only || inputs.length > 1) throw new TypeError(`应恰有一个签名 · expected one signature, got ${inputs.length}`)
    ;[label, input] = only
    signature = parseSignature(signatureField).get(label)
  } catch (error) {
    const { zh, en } = said(error)
    findings.push(wrong(zh, en, '对照 /docs/api 的示例', 'compare with the example of /docs/api'))
    return { findings, base: null }
  }
  findings.push(...coveredFindings(request, input), timeFinding(request, input, now), ...keyFindings(input, key))
  if (signature === undefined)
    findings.push(
      wrong(
        `Signature 中没有 ${label}`,
        `Signature has no ${label}`,
        '两个头用同一标签',
        'use one label in both fields',
      ),
    )
  const message = { method, targetUri, header: (name: string) => headers.get(name) }
  let base: string
  try {
    base = signatureBase(message, input)
  } catch (error) {
    const { zh, en } = said(error)
    findings.push(wrong(zh, en, '只覆盖请求中有的头', 'cover only fields that the request has'))
    return { findings, base: null }
  }
  if (key && signature) {
    const holds = ALGORITHMS[key.alg].verify(key.publicKey, Buffer.from(base, 'latin1'), signature)
    findings.push(
      holds ? well('签名成立', 'the signature holds') : likelyMistake({ message, input, key, signature, base }),
    )
  }
  return { findings, base }
}
