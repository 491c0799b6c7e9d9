/** Problem documents (RFC 9457) and what becomes of anything thrown. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { FormatError } from '../../../adapters/formats/error.ts'
import { toProblem } from '../../../gateway/errors/map.ts'
import { Problem, problemDocument } from '../../../gateway/errors/problem.ts'
import { ERRORS, isErrorCode } from '../../../gateway/errors/table.ts'
import { IdentityError } from '../../../gateway/identity/error.ts'
import { LedgerError } from '../../../gateway/ledger/error.ts'
import { AppendRefused, QueueFull } from '../../../gateway/ledger/log.ts'

const ORIGIN = 'https://gateway.example'

describe('a problem document', () => {
  const codes = Object.keys(ERRORS).filter(isErrorCode)

  test.each(codes)('of %s has the members of RFC 9457 §3.1', (code) => {
    const { type, title, detail, ...others } = problemDocument(new Problem(code), ORIGIN)
    expect(others).toMatchObject({ status: ERRORS[code].status, code })
    expect(type).toBe(new URL(`/errors/${code}`, ORIGIN).href)
    for (const text of [title, detail]) expect(text).toMatch(/\p{Script=Han}.* · .*[A-Za-z]/u)
  })

  test('carries row, pointer, value and rejections, and the detail of this very occurrence', () => {
    const detail = { zh: '第 7 行', en: 'row 7' }
    const rejections = [{ row: 7, type: 'time-missing', detail }]
    const problem = new Problem('no-acceptable-row', { detail, row: 7, pointer: 'pH', value: 'x', rejections })
    expect(problemDocument(problem, ORIGIN)).toMatchObject({
      detail: '第 7 行 · row 7',
      zh: { title: ERRORS['no-acceptable-row'].title.zh, detail: '第 7 行' },
      en: { title: ERRORS['no-acceptable-row'].title.en, detail: 'row 7' },
      row: 7,
      pointer: 'pH',
      value: 'x',
      rejections,
    })
  })

  test('leaves out what there is none of', () => {
    const members = Object.keys(problemDocument(new Problem('not-found'), ORIGIN))
    expect(members.sort()).toEqual(['code', 'detail', 'en', 'status', 'title', 'type', 'zh'])
  })
})

describe('toProblem', () => {
  test('gives a problem back as it is', () => {
    const problem = new Problem('rate-limited', { retryAfter: 10 })
    expect(toProblem(problem)).toBe(problem)
  })

  test("keeps a format error's code, detail and place", () => {
    const detail = { zh: '第 3 行过长', en: 'row 3 too long' }
    const problem = toProblem(new FormatError('cell-too-long', detail, { row: 3, pointer: 'pH', value: '7' }))
    expect(problem.code).toBe('cell-too-long')
    expect(problem.status).toBe(413)
    expect(problem.extra).toEqual({ detail, row: 3, pointer: 'pH', value: '7' })
  })

  test("keeps an identity error's code, detail and place", () => {
    const detail = { zh: '缺少 nonce', en: 'no nonce' }
    const problem = toProblem(new IdentityError('nonce-missing', detail, { pointer: 'nonce' }))
    expect(problem.code).toBe('nonce-missing')
    expect(problem.status).toBe(401)
    expect(problem.extra).toEqual({ detail, pointer: 'nonce' })
  })

  test.each([
    ['tree-range', 'ledger-range'],
    ['tile-path', 'tile-unknown'],
    ['tile-data', 'internal'],
    ['leaf-malformed', 'internal'],
    ['note-key', 'internal'],
  ] as const)('takes the ledger error %s as %s', (code, expected) => {
    const problem = toProblem(new LedgerError(code, 'store at /srv/data'))
    expect(problem.code).toBe(expected)
    expect(JSON.stringify(problemDocument(problem, ORIGIN))).not.toContain('/srv/data')
  })

  test('takes a full queue as 503 with a time to try again', () => {
    const problem = toProblem(new QueueFull())
    expect(problem.code).toBe('queue-full')
    expect(problem.status).toBe(503)
    expect(problem.extra.retryAfter).toBeGreaterThan(0)
  })

  test.each([
    ['key-not-current', 'key-revoked'],
    ['nonce-used', 'signature-replayed'],
    ['document-exists', 'document-exists'],
    ['document-unknown', 'document-unknown'],
    ['signature-exists', 'signature-exists'],
    ['scope-changed', 'internal'],
  ] as const)('takes the refused append %s as %s', (refusal, expected) => {
    expect(toProblem(new AppendRefused(refusal)).code).toBe(expected)
  })

  test('takes a refusal it does not know as internal', () => {
    const error = Object.assign(new Error('refused'), { name: 'AppendRefused', refusal: 'toString' })
    expect(toProblem(error).code).toBe('internal')
  })

  test('says nothing of an error nobody foresaw', () => {
    const internal = problemDocument(new Problem('internal'), ORIGIN)
    const secret = fc.uuid().map((id) => `SQLITE_IOERR at /srv/${id}`)
    const thrown = secret.chain((text) =>
      fc.constantFrom<unknown>(
        new Error(text),
        new TypeError(text, { cause: new Error(text) }),
        new AggregateError([new Error(text)], text),
        Object.assign(new Error(text), {
          code: text,
          detail: { zh: text, en: text },
          status: 200,
          extra: { value: text },
        }),
        { code: 'not-found', message: text, stack: text },
        text,
      ),
    )
    fc.assert(
      fc.property(fc.oneof(thrown, fc.anything()), (error) => {
        const problem = toProblem(error)
        expect(problemDocument(problem, ORIGIN)).toEqual(internal)
        expect(problem.message).toBe(new Problem('internal').message)
        expect(problem.cause).toBeUndefined()
      }),
    )
  })

  test('sends no stack of any problem', () => {
    for (const error of [
      new Problem('not-found'),
      new FormatError('truncated', { zh: '中断', en: 'cut' }),
      new Error('x'),
    ]) {
      const text = JSON.stringify(problemDocument(toProblem(error), ORIGIN))
      expect(text).not.toContain('stack')
      expect(text).not.toContain('.ts:')
    }
  })
})
