/** The strict offline verifier: a proof bundle against a trust file, check by check in a fixed order; no clock, no network. */
import type { Bilingual } from '../../../contracts/types.ts'
import type { GeneralJws } from '../../identity/document.ts'
import { checkDerivation } from './derivation.ts'
import { readForm } from './form.ts'
import { type JointDocument, readJoint } from './joint.ts'
import { readKeys } from './keys.ts'
import { leavesOf, proveLeaves, readCheckpoint, readCosignatures, type WitnessSeen } from './leaves.ts'
import { type ReleaseDocument, readRelease, textMember } from './release.ts'
import { type Checklist, openChecklist, type VerifiedRelease, type VerifyReport } from './report.ts'
import { readSubmissions } from './submissions.ts'
import { readTrust, type Trust } from './trust.ts'

const UNCONFIRMED: Bilingual = { zh: '内容一致，签名人未经确认', en: 'consistent, signers unconfirmed' }
const NO_TRUST: Bilingual = { zh: '没有信任文件', en: 'no trust file' }

function describe({ release, document, signatures }: ReleaseDocument, { withheld, witnesses }: Found): VerifiedRelease {
  const { id, title, label, period, supersedes, ledger, derivedFrom } = release
  const signers = signatures.map(({ key, leaf }) => {
    const { party, agency, operator, kid } = key
    return { party, agency, operator, kid, index: leaf.index, time: leaf.time }
  })
  return {
    id,
    title,
    label,
    period,
    digest: document.digest,
    supersedes: supersedes?.id ?? null,
    signers,
    ledger,
    records: derivedFrom.count,
    withheld,
    ...(witnesses.length > 0 ? { witnesses } : {}),
  }
}

interface Found {
  sandbox: boolean | null
  release: ReleaseDocument | null
  withheld: number
  witnesses: readonly WitnessSeen[]
}

function inspect(list: Checklist, file: string | Uint8Array, source: unknown, found: Found): void {
  const bundle = list.run('form', () => readForm(file))
  const trust: Trust | null =
    source === null || source === undefined ? null : list.run('trust', () => readTrust(source))
  const unconfirmed = trust ? undefined : UNCONFIRMED
  const checkpoint = list.run(
    'checkpoint',
    () => {
      const read = readCheckpoint(bundle.checkpoint, trust?.log ?? null)
      if (trust) found.witnesses = readCosignatures(bundle, trust.log, trust.witnesses)
      return read
    },
    unconfirmed,
  )
  const leaves = list.run('leaves', () => proveLeaves(bundle.leaves, checkpoint), unconfirmed)
  const keys = list.run(
    'keys',
    () => readKeys(bundle.keys, leavesOf(leaves, 'keys'), trust?.roots ?? null),
    unconfirmed,
  )
  const { registry: registered } = keys
  const signed = (kind: 'contract' | 'registry') => [
    ...leavesOf(leaves, kind),
    ...leavesOf(leaves, `${kind}-signature`),
  ]
  const readContract = (jws: GeneralJws): JointDocument =>
    readJoint({
      kind: 'contract',
      jws,
      leaves: signed('contract'),
      registry: registered,
      idOf: (value) => `contract/${textMember(value, 'id')}/${textMember(value, 'version')}`,
    })
  const { contract, contracts } = list.run(
    'contract',
    () => {
      const contract = readContract(bundle.contract)
      return { contract, contracts: [contract, ...(bundle.contracts ?? []).map(readContract)] }
    },
    unconfirmed,
  )
  const registry = list.run(
    'registry',
    () =>
      readJoint({
        kind: 'registry',
        jws: bundle.registry,
        leaves: signed('registry'),
        registry: registered,
        idOf: (value) => `registry/${textMember(value, 'id')}/${textMember(value, 'edition')}`,
      }),
    unconfirmed,
  )
  const sandbox = trust?.sandbox ?? null
  const former = trust?.former ?? []
  const context = { bundle, checkpoint, former, leaves, keys, contract, registry, sandbox }
  const release = list.run('release', () => readRelease(context), unconfirmed)
  found.release = release
  found.sandbox = release.release.sandbox
  const records = list.run(
    'submissions',
    () => readSubmissions(bundle.submissions, { leaves, keys, contracts, release }),
    unconfirmed,
  )
  list.run('derivation', () => checkDerivation({ records, release: release.release, contract }), unconfirmed)
  found.withheld = records.withheld.length
}

/**
 * Verifies a bundle's file. `trust` is the trust file, as text or as its value, or null for none: then everything that can be is still
 * checked, and the report says "consistent, signers unconfirmed". Pass the file's bytes where they are at hand: a text read leniently
 * may hide bytes that are not UTF-8. Never throws.
 */
export function verifyBundle(file: string | Uint8Array, trust: unknown): VerifyReport {
  const list = openChecklist()
  const found: Found = { sandbox: null, release: null, withheld: 0, witnesses: [] }
  try {
    inspect(list, file, trust, found)
  } catch {
    // The check that threw has it on the list; what is not on the list as made leaves the report not ok.
  }
  if (trust === null || trust === undefined) list.fail('trust', list.holds() ? UNCONFIRMED : NO_TRUST)
  const checks = list.checks()
  return {
    ok: checks.every(({ ok }) => ok),
    sandbox: found.sandbox,
    checks,
    ...(found.release ? { release: describe(found.release, found) } : {}),
  }
}
