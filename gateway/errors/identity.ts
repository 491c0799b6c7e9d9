/** What identity refuses in a request: its signature (RFC 9421), its digest (RFC 9530), its key and its right. */
import { IDENTITY_ERRORS, type IdentityCode } from '../identity/error.ts'
import { SIGNATURE_LIMITS, SM2_LIMITS } from '../identity/limits.ts'
import { DOCUMENT_ERRORS, type DocumentCode } from './documents.ts'
import { PACKAGE_ERRORS, type PackageCode } from './packages.ts'
import { SESSION_ERRORS, type SessionCode } from './sessions.ts'
import type { ErrorRow } from './types.ts'

const { readWindow, writeWindow, skew, nonceMin, nonceMax } = SIGNATURE_LIMITS

const REQUEST_ERRORS: Readonly<Record<Exclude<IdentityCode, DocumentCode | PackageCode | SessionCode>, ErrorRow>> = {
  'signature-missing': {
    ...IDENTITY_ERRORS['signature-missing'],
    what: {
      zh: '该接口要求请求带 Signature-Input 与 Signature 两个头，收到的请求至少缺一个。',
      en: 'This endpoint expects the headers Signature-Input and Signature; the request lacks at least one of them.',
    },
    fix: {
      zh: '用本单位已登记的私钥按 RFC 9421 签名后重发，或改用 chuanyu submit；若经代理转发，请确认代理没有删去这两个头。',
      en: "Sign the request by RFC 9421 with your agency's registered key, or send it with chuanyu submit. Behind a proxy, make sure it passes both headers on.",
    },
    example: 'curl --data-binary @week.csv -H "Content-Type: text/csv" …/v1/submissions?contract=water-section-quality',
  },
  'signature-malformed': {
    ...IDENTITY_ERRORS['signature-malformed'],
    what: {
      zh: '签名相关的头应为结构化字段（RFC 9651）的严格序列化形式，且只含一个签名；收到的写法不符。',
      en: 'The signature headers must be structured fields (RFC 9651) in their strict serialisation, with exactly one signature; these are not.',
    },
    fix: {
      zh: '用结构化字段库生成这些头，不要手工拼接：参数只用 created、expires、nonce、keyid、alg、tag，签名值写成 :Base64:，两个头的标签一致。',
      en: 'Build the headers with a structured-field library rather than by hand: only the parameters created, expires, nonce, keyid, alg and tag, the signature as :base64:, the same label in both headers.',
    },
    example: 'Signature: chuanyu="MEUCIQ…"',
  },
  'signature-component-missing': {
    ...IDENTITY_ERRORS['signature-component-missing'],
    what: {
      zh: '签名应覆盖方法与完整目标地址，写请求还应覆盖内容类型与内容摘要，并带 created、keyid、alg；收到的签名缺其中一项，或覆盖了请求中没有的头。',
      en: 'A signature must cover the method and the full target, on a write also content type and digest, and carry created, keyid and alg. This one lacks one of them, or covers a header the request does not have.',
    },
    fix: {
      zh: '写请求覆盖 "@method" "@target-uri" "content-type" "content-digest"，读请求覆盖 "@method" "@target-uri"，补齐后重新签名。',
      en: 'Cover "@method" "@target-uri" "content-type" "content-digest" on a write, "@method" "@target-uri" on a read, then sign again.',
    },
    example:
      'Signature-Input: chuanyu=("@method" "@path");created=1764547200;keyid="…";alg="ed25519";tag="chuanyu-read"',
  },
  'signature-invalid': {
    ...IDENTITY_ERRORS['signature-invalid'],
    what: {
      zh: '签名与收到的方法、地址、头和参数对不上：签名之后有内容变动，或签名用的不是 keyid 所指的密钥。',
      en: 'The signature does not match the method, target, headers and parameters as received: something changed after signing, or another key than the one named made it.',
    },
    fix: {
      zh: '逐行核对签名基串：查询串须与实际发送的一字不差，Content-Type 不得被 HTTP 库改写；再核对 keyid 是否为该私钥的指纹。',
      en: 'Compare the signature base line by line: the query exactly as sent, Content-Type not rewritten by the HTTP library. Then check that keyid is the thumbprint of the key that signed.',
    },
    example: 'GET …/v1/records/water-section-quality?limit=50 → ?limit=500',
  },
  'signature-expired': {
    ...IDENTITY_ERRORS['signature-expired'],
    what: {
      zh: `签名在 created 之后写请求 ${writeWindow} 秒、读请求 ${readWindow} 秒内有效，且不得超过 expires；收到时已过期。`,
      en: `A signature holds for ${writeWindow} s after created on a write, ${readWindow} s on a read, and never past expires; this one is older.`,
    },
    fix: {
      zh: '发送前一刻再签名；重试时用新的 created 和 nonce 重新签名，不要重放旧请求；并用 NTP 校准时钟。',
      en: 'Sign immediately before sending, and on every retry sign again with a new created and nonce. Keep the clock on NTP.',
    },
    example: 'created=1764547200 → 2025-12-01T00:10:00Z',
  },
  'signature-future': {
    ...IDENTITY_ERRORS['signature-future'],
    what: {
      zh: `created 最多可比网关时钟快 ${skew} 秒，收到的签名超出此限。`,
      en: `created may run at most ${skew} s ahead of the gateway's clock; this signature is further ahead.`,
    },
    fix: {
      zh: '用 NTP 校准发送端时钟，并确认 created 的单位是秒而不是毫秒。',
      en: "Set the sender's clock by NTP, and make sure created counts seconds, not milliseconds.",
    },
    example: 'created=1764547200000',
  },
  'signature-replayed': {
    ...IDENTITY_ERRORS['signature-replayed'],
    what: {
      zh: '同一密钥已用过这个 nonce，每个写请求的 nonce 只能使用一次；本次请求未作任何处理。',
      en: 'This key has used this nonce before; each write needs one of its own. Nothing was done for this request.',
    },
    fix: {
      zh: '换新的 nonce 重新签名后发送。若上次请求没有收到应答，照此重发同一文件即可：已入账的报送会得到原回执，不会重复入账。',
      en: 'Sign again with a new nonce. If the answer to an earlier request was lost, just do so with the same file: a submission already recorded gets its own receipt again, not a second entry.',
    },
    example: 'nonce="4mJf0s9Qe7uYwT2k" → nonce="4mJf0s9Qe7uYwT2k"',
  },
  'nonce-missing': {
    ...IDENTITY_ERRORS['nonce-missing'],
    what: {
      zh: '写请求的签名应带 nonce 参数，收到的签名没有。',
      en: "A write's signature must carry the parameter nonce; this one has none.",
    },
    fix: {
      zh: `在 Signature-Input 中加入 ${nonceMin}–${nonceMax} 个字符的随机 nonce（base64url），每次请求重新生成，然后重新签名。`,
      en: `Add a random nonce of ${nonceMin} to ${nonceMax} base64url characters to Signature-Input, new for every request, and sign again.`,
    },
    example: 'Signature-Input: chuanyu=(…);created=1764547200;keyid="…";alg="ed25519";tag="chuanyu-write"',
  },
  'digest-missing': {
    ...IDENTITY_ERRORS['digest-missing'],
    what: {
      zh: '写请求应带 Content-Digest 头，其中至少有 sha-256 或 sha-512 之一；读请求则不得带内容。收到的请求不符。',
      en: 'A write must carry Content-Digest with sha-256 or sha-512, and a read no content at all; this request does otherwise.',
    },
    fix: {
      zh: '对实际发送的字节计算 SHA-256，写成 Content-Digest: sha-256=:Base64:，并让签名覆盖 "content-digest"；读请求去掉内容。',
      en: 'Hash the bytes you send with SHA-256, write Content-Digest: sha-256=:base64:, and let the signature cover "content-digest". Send reads without content.',
    },
    example: 'Content-Digest: md5=:1B2M2Y8AsgTpgAmY7PhCfg==:',
  },
  'digest-mismatch': {
    ...IDENTITY_ERRORS['digest-mismatch'],
    what: {
      zh: '收到的内容与 Content-Digest 所述摘要不符：内容在计算摘要之后被改动、转码或截断。',
      en: 'The content received does not have the digest in Content-Digest: it was changed, re-encoded or cut after it was hashed.',
    },
    fix: {
      zh: '以二进制方式读取文件，只读一次，用同一份字节计算摘要并发送；用 curl 时以 --data-binary 代替 --data。',
      en: 'Read the file once, in binary, and hash and send those very bytes; with curl use --data-binary, not --data.',
    },
    example: 'curl --data @week.csv …',
  },
  'key-malformed': {
    ...IDENTITY_ERRORS['key-malformed'],
    what: {
      zh: '密钥应为 JWK 公钥（OKP/Ed25519、EC/P-256 或 EC/SM2），成员齐全且坐标有效；收到的密钥不符，或带有私钥成员 d。',
      en: 'The key must be a public JWK (OKP/Ed25519, EC/P-256 or EC/SM2) with all members and a valid point; this one is not, or it carries the private member d.',
    },
    fix: {
      zh: '用 chuanyu keygen 生成密钥，只提交其公钥部分。如果已把私钥发出，请立即吊销该密钥并换新。',
      en: 'Make the key with chuanyu keygen and submit its public part only. If a private key has left your hands, revoke it at once and list a new one.',
    },
    example: '{"crv":"Ed25519","kty":"OKP","x":"…","d":"…"}',
  },
  'key-unknown': {
    ...IDENTITY_ERRORS['key-unknown'],
    what: {
      zh: '签名中的 keyid 不在任何一方已登记的密钥清单中。',
      en: 'The keyid of the signature is on no key list that either side has registered.',
    },
    fix: {
      zh: '核对 keyid 应为公钥的 RFC 7638 指纹（43 个字符）；若无误，请本方密钥管理员把公钥列入下一版密钥清单并由根密钥签名登记。',
      en: "Check that keyid is the public key's RFC 7638 thumbprint (43 characters). If it is, have your side's key administrator put the key on the next key list, signed by the root key.",
    },
    example: 'keyid="agency-key-1"',
  },
  'key-not-active': {
    ...IDENTITY_ERRORS['key-not-active'],
    what: {
      zh: '该密钥已列入清单，但按账本位置尚未生效。',
      en: 'The key is on a list, but by its place in the ledger it does not count yet.',
    },
    fix: {
      zh: '等列有该密钥的清单入账后再签名发送；在此之前请使用仍有效的密钥。',
      en: 'Wait until the list that names the key is in the ledger, then sign and send again; until then use a key that is active.',
    },
  },
  'key-revoked': {
    ...IDENTITY_ERRORS['key-revoked'],
    what: {
      zh: '该密钥已由所属一方吊销，此后的签名一律不再接受。',
      en: 'The side that owns this key has revoked it; no signature it makes from then on is accepted.',
    },
    fix: {
      zh: '改用密钥清单中现行有效的密钥；如无可用密钥，请本方密钥管理员登记新密钥。已吊销的密钥不能恢复。',
      en: "Use a key that is active on your side's list, or have the key administrator list a new one. A revoked key never comes back.",
    },
  },
  'algorithm-unsupported': {
    ...IDENTITY_ERRORS['algorithm-unsupported'],
    what: {
      zh: '网关接受 ed25519、ecdsa-p256-sha256 与 sm2-sm3，收到的签名或密钥使用了其他算法。',
      en: 'The gateway accepts ed25519, ecdsa-p256-sha256 and sm2-sm3; this signature or key uses another algorithm.',
    },
    fix: {
      zh: '换用 Ed25519（推荐）、P-256 或 SM2 密钥，登记后重新签名；alg 参数写以上名称，全部小写。',
      en: 'Take an Ed25519 key (preferred), a P-256 or an SM2 one, have it listed and sign again; write alg by one of these names, in lower case.',
    },
    example: 'alg="rsa-v1_5-sha256"',
  },
  'verification-limited': {
    ...IDENTITY_ERRORS['verification-limited'],
    what: {
      zh: `SM2 签名核验较慢，网关先限流再核验：每个密钥每秒 ${SM2_LIMITS.perKey} 次，全部密钥每秒 ${SM2_LIMITS.perSecond} 次，同时在验的请求 ${SM2_LIMITS.underWay} 个。本次超出，签名未核验，也没有留下任何内容。`,
      en: `SM2 signatures are slow to verify, so callers are held back first: ${SM2_LIMITS.perKey} verifications a second of one key, ${SM2_LIMITS.perSecond} of all, ${SM2_LIMITS.underWay} requests under way. This one was over; its signature was not looked at, and nothing of it was kept.`,
    },
    fix: {
      zh: '等 Retry-After 所示秒数后用新的 nonce 重新签名重试；把单条报送合并成批。若并非本方所发，请告知网关运维方：有人正以该 keyid 送验。',
      en: 'Wait the seconds in Retry-After, sign again with a new nonce and retry; send batches rather than single records. If it was not you, tell the operator of the gateway that somebody sends signatures under this keyid.',
    },
    example: 'Retry-After: 1',
  },
  'algorithm-mismatch': {
    ...IDENTITY_ERRORS['algorithm-mismatch'],
    what: {
      zh: '签名参数 alg 与 keyid 所指密钥登记的算法不一致。',
      en: 'The parameter alg is not the algorithm registered for the key that keyid names.',
    },
    fix: {
      zh: 'Ed25519 密钥写 alg="ed25519"，P-256 密钥写 alg="ecdsa-p256-sha256"，SM2 密钥写 alg="sm2-sm3"；同时核对 keyid 没有取错。',
      en: 'Write alg="ed25519" for an Ed25519 key, alg="ecdsa-p256-sha256" for a P-256 one and alg="sm2-sm3" for one of SM2, and check that keyid names the key you signed with.',
    },
    example: 'keyid="…" (Ed25519);alg="ecdsa-p256-sha256"',
  },
  'target-mismatch': {
    ...IDENTITY_ERRORS['target-mismatch'],
    what: {
      zh: '签名本身有效，但 "@target-uri" 是另一个协议、主机或端口，而不是本网关公布的地址。',
      en: 'The signature holds, but for a "@target-uri" of another scheme, host or port than the address this gateway is known by.',
    },
    fix: {
      zh: '以网关公布的地址（含 https 与端口）作为 "@target-uri" 签名。经内网地址或反向代理访问时，签名仍用公布的地址。',
      en: 'Sign "@target-uri" with the published address of the gateway, scheme and port included, even when you reach it through an internal name or a reverse proxy.',
    },
    example: '"@target-uri": http://10.0.3.8:8787/v1/submissions?contract=water-section-quality',
  },
  'tag-mismatch': {
    ...IDENTITY_ERRORS['tag-mismatch'],
    what: {
      zh: '签名用途不符：写请求的 tag 应为 chuanyu-write，读请求的 tag 应为 chuanyu-read。',
      en: 'The signature was made for another purpose: tag must be chuanyu-write on a write and chuanyu-read on a read.',
    },
    fix: {
      zh: 'GET 与 HEAD 用 tag="chuanyu-read"，其余方法用 tag="chuanyu-write"，改后重新签名。',
      en: 'Use tag="chuanyu-read" for GET and HEAD, tag="chuanyu-write" for every other method, and sign again.',
    },
    example: 'POST …/v1/submissions;tag="chuanyu-read"',
  },
  'not-permitted': {
    ...IDENTITY_ERRORS['not-permitted'],
    what: {
      zh: '身份已核实，但该密钥的角色无权使用此接口。',
      en: 'You are who you say, but the roles of this key do not permit this call.',
    },
    fix: {
      zh: '对照接口文档中的访问矩阵换用具备相应角色的密钥；已登记密钥的角色不能更改，需要新角色时请登记新密钥。',
      en: "Look up the access matrix in the documentation and use a key with the role it names. A listed key's roles never change: a new role takes a new key.",
    },
    example: 'POST …/v1/submissions ← "roles":["reviewer"]',
  },
}

/** One row a code of identity; its status and title are identity's own. */
export const IDENTITY_ERROR_ROWS: Readonly<Record<IdentityCode, ErrorRow>> = {
  ...REQUEST_ERRORS,
  ...SESSION_ERRORS,
  ...DOCUMENT_ERRORS,
  ...PACKAGE_ERRORS,
}
