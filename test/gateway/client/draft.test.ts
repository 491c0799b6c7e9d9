/** The leaf of a draft as a bundle shows it: by the document alone, or by a step that brought it; nothing else. */
import { describe, expect, test } from 'vitest'
import { canonical } from '../../../contracts/jcs.ts'
import { mustBeDraftOf } from '../../../gateway/client/verify/draft.ts'
import type { ProvenLeaf } from '../../../gateway/client/verify/leaves.ts'
import { documentHeader, documentRow } from '../../../gateway/documents/cosign.ts'
import { STEP_TYP, stepEntry } from '../../../gateway/documents/step.ts'
import { signDocument } from '../../../gateway/identity/document.ts'
import { generateKey, importPrivateJwk } from '../../../gateway/identity/jwk.ts'

const newKey = () => importPrivateJwk(generateKey('ed25519').privateJwk)
const key = newKey()
const document = documentRow({ kind: 'release', id: 'release/a', payload: '{"id":"a"}', supersedes: null })
const other = documentRow({ kind: 'release', id: 'release/a', payload: '{"id":"a","v":2}', supersedes: null })

function leaf(header: string, actor = key.kid): ProvenLeaf {
  return {
    actor,
    commitment: 'A'.repeat(43),
    party: 'sc',
    time: '2026-11-23T00:00:00.000Z',
    type: 'consultation',
    v: 1,
    index: 7,
    header,
  }
}

const payload = canonical({ act: 'propose' })
const jws = signDocument(payload, { ...key, typ: STEP_TYP })
const { opening } = stepEntry({
  type: 'consultation-step',
  stream: 'consultation/a',
  n: 3,
  signed: { payload, signature: { ...jws, party: 'sc', kid: key.kid } },
  salt: new Uint8Array(16),
  document,
})

const members: Record<string, unknown> = JSON.parse(opening.header)
/** The header of the step with some members changed; undefined takes one away. */
function changed(more: Readonly<Record<string, unknown>>): string {
  return canonical(
    Object.fromEntries(Object.entries({ ...members, ...more }).filter(([, value]) => value !== undefined)),
  )
}

test('a leaf by the document alone is its draft', () => {
  expect(() => mustBeDraftOf(leaf(documentHeader('consultation', document, null)), document)).not.toThrow()
})

test('a leaf by a step that brought the document is its draft', () => {
  expect(() => mustBeDraftOf(leaf(opening.header), document)).not.toThrow()
})

describe('is no draft', () => {
  test.each([
    ['a leaf of another document of that name', documentHeader('consultation', other, null)],
    ['a signed leaf', documentHeader('consultation', document, { protected: 'p', signature: 's' })],
    ['a leaf of another type', documentHeader('release-signature', document, null)],
    ['a step that brought another payload', changed({ digest: other.digest })],
    ['a step that brought another document', changed({ document: 'release/b' })],
    ['a step that brought none', changed({ digest: undefined, document: undefined })],
    ['a step with a member more', changed({ note: 1 })],
    ['a step without its stream', changed({ stream: undefined })],
    ['a step without a number', changed({ n: undefined })],
    ['a step of number 0', changed({ n: 0 })],
    ['a step whose digest is none', changed({ step: 'd' })],
    ['a step that says the document is signed', changed({ signature: { protected: 'p', signature: 's' } })],
    ['a step of another version', changed({ v: 2 })],
    ['a step of another type', changed({ type: 'consultation-step' })],
    ['a step without its signature', changed({ stepSignature: null })],
    ['a step with a signature that is no base64url', changed({ stepSignature: { ...jws, signature: '=' } })],
    ['a step whose signature has a member more', changed({ stepSignature: { ...jws, header: {} } })],
    [
      'a step signed as a document of another kind',
      changed({
        stepSignature: signDocument(payload, { ...key, typ: 'chuanyu-release+jws' }),
      }),
    ],
    ['a step whose protected header is no JSON', changed({ stepSignature: { ...jws, protected: 'AAAA' } })],
    ['nothing', 'null'],
  ])('%s', (_, header) => {
    expect(() => mustBeDraftOf(leaf(header), document)).toThrow()
  })

  test('a step signed by another than the leaf’s actor', () => {
    expect(() => mustBeDraftOf(leaf(opening.header, newKey().kid), document)).toThrow('signed by its actor')
  })
})
