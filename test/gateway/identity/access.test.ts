import { describe, expect, test } from 'vitest'
import { ACCESS, GRANTED_ROLES, isPublic, mayCall, type Role, reachOf } from '../../../gateway/identity/access.ts'
import { SESSION_ROLES } from '../../../gateway/identity/session.ts'

const ROLES: readonly Role[] = ['public', 'agency', 'operator', 'reviewer', 'signatory', 'system', 'security', 'audit']

// One row an endpoint, one letter a role in the order above: A all, O own party only, . denied.
const TABLE = `
GET  /                                                   AAAAAAAA
GET  /releases                                           AAAAAAAA
GET  /releases/r-2026-01                                 AAAAAAAA
GET  /releases/r-2026-01/sections/2                      AAAAAAAA
GET  /standards/comparison                               AAAAAAAA
GET  /cities                                             AAAAAAAA
GET  /cities/510100                                      AAAAAAAA
GET  /rivers                                             AAAAAAAA
GET  /rivers/%E9%95%BF%E6%B1%9F                          AAAAAAAA
GET  /verify                                             AAAAAAAA
GET  /about                                              AAAAAAAA
GET  /robots.txt                                         AAAAAAAA
GET  /contracts                                          AAAAAAAA
GET  /contracts/water-section-quality                    AAAAAAAA
GET  /contracts/water-section-quality/1.0.0              AAAAAAAA
GET  /contracts/water-section-quality/1.0.0/changes      AAAAAAAA
GET  /desk/sign-in                                       AAAAAAAA
GET  /sandbox                                            AAAAAAAA
GET  /sandbox/keys/cq-operator                           AAAAAAAA
POST /sandbox/failures                                   AAAAAAAA
GET  /desk                                               ..AAA..A
GET  /desk/c-1/sign                                      ..AAA..A
GET  /desk/scores                                        ..AAA..A
GET  /assets/style.css                                   AAAAAAAA
GET  /assets/fonts/a.woff2                               AAAAAAAA
GET  /docs                                               AAAAAAAA
GET  /docs/signing                                       AAAAAAAA
GET  /openapi.json                                       AAAAAAAA
GET  /healthz                                            AAAAAAAA
GET  /readyz                                             AAAAAAAA
GET  /version                                            AAAAAAAA
GET  /errors                                             AAAAAAAA
GET  /errors/signature-invalid                           AAAAAAAA
GET  /.well-known/jwks.json                              AAAAAAAA
GET  /.well-known/security.txt                           AAAAAAAA
GET  /v1/contracts                                       AAAAAAAA
GET  /v1/contracts/water-section-quality                 AAAAAAAA
GET  /v1/contracts/water-section-quality/1.0.0           AAAAAAAA
GET  /v1/contracts/water-section-quality/1.0.0/schema    AAAAAAAA
GET  /v1/contracts/water-section-quality/compare         AAAAAAAA
GET  /v1/contracts/water-section-quality/template        AAAAAAAA
GET  /v1/contracts/water-section-quality/1.0.0/template  AAAAAAAA
GET  /v1/contracts/air/1.0.0/withdrawal                  AAAAAAAA
GET  /v1/contracts/air/1.0.0/retirement                  AAAAAAAA
GET  /v1/contracts/air/1.0.0/retirement/withdrawal       AAAAAAAA
GET  /v1/keys/cq                                         AAAAAAAA
GET  /v1/registry                                        AAAAAAAA
GET  /v1/registry/sections                               AAAAAAAA
GET  /v1/registry/sections/2026-1                        AAAAAAAA
GET  /v1/registry/sections/2026-1/withdrawal             AAAAAAAA
GET  /v1/standards                                       AAAAAAAA
GET  /v1/standards/GB-3838-2002                          AAAAAAAA
GET  /v1/standards/comparison                            AAAAAAAA
GET  /v1/standards/comparison/practice                   .AAAA..A
GET  /credit                                             AAAAAAAA
GET  /v1/credit                                          AAAAAAAA
GET  /v1/credit/91350100M000100Y43                       .AAAA..A
GET  /v1/warnings/suggestions                            .AAAA..A
GET  /v1/scores                                          .AAAA..A
GET  /v1/scores/divergence                               .AAAA..A
GET  /v1/scores/2026                                     ........
GET  /v1/warnings                                        ........
GET  /standards                                          ........
GET  /v1/ledger/checkpoint                               AAAAAAAA
GET  /v1/ledger/tile/0/x001/067                          AAAAAAAA
GET  /v1/ledger/cosignatures                             AAAAAAAA
GET  /v1/ledger/proof/inclusion                          AAAAAAAA
GET  /v1/ledger/proof/consistency                        AAAAAAAA
GET  /v1/releases                                        AAAAAAAA
GET  /v1/releases/r-2026-01.csv                          AAAAAAAA
GET  /v1/releases/r-2026-01/proof                        AAAAAAAA
POST /v1/submissions                                     .A......
GET  /v1/submissions/s-1                                 .O.....A
GET  /v1/submissions/s-1/receipt                         .O.....A
GET  /v1/submissions/s-1/rejections                      .O.....A
GET  /v1/submissions/s-1/evidence                        .O.....A
POST /v1/packages                                        AAAAAAAA
POST /v1/normalise                                       .A......
GET  /v1/records/water-section-quality                   .AAAA..A
GET  /v1/consultations                                   ..AAA..A
GET  /v1/consultations/c-1                               ..AAA..A
GET  /v1/consultations/c-1/draft                         ..AAA..A
GET  /v1/consultations/duties                            ..AAA..A
GET  /v1/consultations/events                            ..AAA..A
POST /v1/consultations                                   ..A.....
POST /v1/consultations/c-1/steps                         ..AAA...
POST /v1/consultations/c-1/signatures                    ....A...
GET  /v1/duty                                            ..AAA..A
POST /v1/duty                                            ....A...
GET  /releases.atom                                      AAAAAAAA
GET  /v1/feed                                            AAAAAAAA
GET  /v1/admin/status                                    .....A.A
GET  /v1/admin/security-log                              ......AA
GET  /v1/admin                                           ........
POST /v1/admin/status                                    ........
POST /v1/session/challenge                               AAAAAAAA
POST /v1/session                                         AAAAAAAA
GET  /v1/session                                         ..AAA..A
POST /v1/session/end                                     ..AAA..A
GET  /v1/session/challenge                               ........
POST /desk                                               ........
POST /v1/keys                                            AAAAAAAA
POST /v1/ledger/cosignatures                             AAAAAAAA
POST /v1/contracts                                       ..A.A...
POST /v1/contracts/water-section-quality/1.0.0/signatures ....A...
POST /v1/contracts/air/1.0.0/withdrawal                  ..A.A...
POST /v1/contracts/air/1.0.0/retirement                  ..A.A...
POST /v1/contracts/air/1.0.0/retirement/withdrawal       ..A.A...
POST /v1/contracts/air/1.0.0/retirement/signatures       ....A...
POST /v1/registry                                        ..A.A...
POST /v1/registry/sections/2026-1/signatures             ....A...
POST /v1/registry/sections/2026-1/withdrawal             ..A.A...
POST /                                                   ........
POST /healthz                                            ........
GET  /metrics                                            ........
GET  /v1                                                 ........
GET  /v1/submissions                                     ........
GET  /v1/keys                                            ........
GET  /v1/normalise                                       ........
GET  /v1/packages                                        ........
POST /v1/releases                                        ........
POST /v1/records/water-section-quality                   ........
POST /v1/ledger/checkpoint                               ........
GET  /v1/records                                         ........
GET  /v1/records/water-section-quality/1                 ........
GET  /v1/ledger/tile                                     ........
GET  /unknown                                            ........
`
const CELLS = TABLE.trim()
  .split('\n')
  .map((line) => {
    const [method = '', path = '', cells = ''] = line.split(/\s+/)
    return { method, path, cells }
  })

const REACH = { A: 'all', O: 'own-party', '.': undefined } as const

describe('the access matrix, cell by cell', () => {
  for (const { method, path, cells } of CELLS) {
    test(`${method} ${path}`, () => {
      expect(cells).toMatch(/^[AO.]{8}$/)
      for (const [index, role] of ROLES.entries()) {
        const cell = cells[index]
        const reach = cell === 'A' || cell === 'O' ? REACH[cell] : undefined
        expect(reachOf([role], method, path), role).toBe(reach)
        expect(mayCall([role], method, path), role).toBe(reach !== undefined)
      }
    })
  }
  test('the table here touches every rule there', () => {
    for (const rule of ACCESS) {
      const like = new RegExp(
        `^${rule.path
          .replaceAll('.', '\\.')
          .replace(/\{\w+\}/g, '[^/]+')
          .replace('*', '.+')}$`,
      )
      expect(
        CELLS.some(({ method, path }) => method === rule.method && like.test(path)),
        `${rule.method} ${rule.path}`,
      ).toBe(true)
    }
    expect(new Set(ROLES)).toEqual(new Set(['public', ...GRANTED_ROLES]))
  })
})

describe('asking', () => {
  test('HEAD is asked as GET', () => {
    expect(mayCall([], 'HEAD', '/v1/ledger/checkpoint')).toBe(true)
    expect(mayCall([], 'HEAD', '/v1/records/water-section-quality')).toBe(false)
    expect(mayCall(['agency'], 'HEAD', '/v1/submissions')).toBe(false)
  })
  test('several roles reach as far as the widest', () => {
    expect(reachOf(['agency', 'audit'], 'GET', '/v1/submissions/s-1')).toBe('all')
    expect(reachOf(['operator', 'agency'], 'GET', '/v1/submissions/s-1')).toBe('own-party')
    expect(reachOf(['system', 'security'], 'GET', '/v1/submissions/s-1')).toBeUndefined()
  })
  test('no role at all is the public', () => {
    expect(isPublic('GET', '/v1/releases')).toBe(true)
    expect(isPublic('POST', '/v1/keys')).toBe(true)
    expect(isPublic('GET', '/v1/submissions/s-1')).toBe(false)
  })
  test('methods are case-sensitive, and others are denied', () => {
    for (const method of ['get', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE', ''])
      expect(mayCall(ROLES, method, '/')).toBe(false)
  })
  test('a path that is not written plainly is denied', () => {
    const paths = [
      '',
      'healthz',
      '/healthz/',
      '//healthz',
      '/v1/contracts/',
      '/v1//contracts',
      '/v1/contracts/..',
      '/v1/contracts/./x',
      '/docs/../v1/submissions',
      '/v1/ledger/tile/',
      '/v1/ledger/tile/a//b',
      '/assets/../x',
    ]
    for (const path of paths) expect(mayCall(ROLES, 'GET', path), path).toBe(false)
  })
})

describe('by session', () => {
  const bySession = ACCESS.filter((rule) => rule.session).map(({ method, path }) => `${method} ${path}`)

  test('people call what they work with at the desk, and send no data', () => {
    for (const call of [
      'GET /desk',
      'GET /desk/*',
      'GET /v1/session',
      'POST /v1/session/end',
      'GET /v1/records/{contract}',
      'GET /v1/consultations',
      'POST /v1/consultations',
      'POST /v1/consultations/{id}/steps',
      'POST /v1/consultations/{id}/signatures',
      'GET /v1/consultations/events',
      'GET /v1/duty',
      'POST /v1/duty',
      'GET /v1/standards/comparison/practice',
      'GET /v1/warnings/suggestions',
    ]) {
      expect(bySession, call).toContain(call)
    }
    for (const call of bySession)
      expect(call).not.toMatch(/submissions|normalise|\/v1\/keys|\/v1\/contracts|\/v1\/registry/)
  })

  test('whatever a session reaches is for a role that can sign in, and closed to the public', () => {
    for (const { allow, session, path } of ACCESS) {
      if (!session) continue
      expect(
        SESSION_ROLES.some((role) => allow[role] !== undefined),
        path,
      ).toBe(true)
      expect(allow.public, path).toBeUndefined()
    }
  })

  test('a call made for people is one a session serves for', () => {
    for (const { people, session, path } of ACCESS) if (people) expect(session, path).toBe(true)
  })
})
