/** The page about SM2 says what the program does, in both languages. */
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { signingKey } from '../../../gateway/cli/signer/signing-key.ts'
import { ALGORITHMS } from '../../../gateway/identity/algorithms.ts'
import { generateKey } from '../../../gateway/identity/jwk.ts'
import { SIGNATURE_LIMITS, SM2_LIMITS } from '../../../gateway/identity/limits.ts'
import { SM2_ID } from '../../../gateway/identity/sm2.ts'

const pages = ['sm2.md', 'zh/sm2.md'].map((name) =>
  readFileSync(resolve(import.meta.dirname, '../../../gateway/docs', name), 'utf8'),
)

test.each(pages)('names and limits are those in force', (page) => {
  const cells = page
    .split('\n')
    .filter((line) => line.startsWith('| ') && !/^\| (?:what|where|位置|项目) /.test(line))
    .map((line) => line.split('|')[2]?.trim() ?? '')
  const { name, jws, curve } = ALGORITHMS['sm2-sm3']
  const [jwk = '', , inJws, inHttp, , id = '', perKey, perSecond, underWay, perDocument = ''] = cells
  expect(JSON.parse(jwk.replace(/^`(.*)`.*$/, '$1'))).toMatchObject({ crv: curve, kty: 'EC' })
  expect([inJws, inHttp]).toEqual([`\`${jws}\``, `\`${name}\``])
  expect(id).toContain(`\`${SM2_ID}\``)
  expect([perKey, perSecond, underWay].map(Number)).toEqual([
    SM2_LIMITS.perKey,
    SM2_LIMITS.perSecond,
    SM2_LIMITS.underWay,
  ])
  expect(Number.parseInt(perDocument, 10)).toBe(SIGNATURE_LIMITS.slowSignatures)
})

test.each(pages)('the key file shown is one, once it has a key', (page) => {
  const [, shown = ''] = /^(\{"crv": "SM2".*\})$/m.exec(page) ?? []
  const { command, ...rest } = JSON.parse(shown)
  expect(Object.keys(rest)).toEqual(['crv', 'kty', 'x', 'y'])
  expect(command).toContain(`distid:${SM2_ID}`)
  const { publicJwk, kid } = generateKey('sm2-sm3')
  expect(signingKey({ ...publicJwk, command })).toMatchObject({ kid, alg: 'sm2-sm3' })
})
