/** A contract's life from one side: versions compared, retirements proposed and signed, what waits for the other side withdrawn. */
import { canonical } from '../../contracts/jcs.ts'
import type { Bilingual } from '../../contracts/types.ts'
import { readRetirement } from '../documents/retirement.ts'
import { sha256Hex } from '../identity/digest.ts'
import type { SigningKey } from '../identity/jwk.ts'
import type { Caller } from './call.ts'
import { ClientError, localError } from './error.ts'
import { readState, type SigningState, signedBody } from './joint.ts'
import { listOf, membersOf, textOf } from './read-json.ts'

/** A contract as a side holds it; `source` is its canonical text. */
export interface ContractText {
  readonly id: string
  readonly version: string
  readonly source: string
}

/** One difference between two versions. `breaks` is empty when it breaks nothing; `example` an instance that only one of them takes. */
export interface ContractFinding {
  readonly kind: string
  readonly rule: string
  readonly pointer: string
  readonly breaks: readonly string[]
  readonly why: Bilingual
  readonly example: unknown
}

/** What a gateway says of two versions: the verdict (`backward`, `forward`, `full`, `breaking`), whether the number went up as far as that asks, and why. */
export interface ContractComparison {
  readonly verdict: string
  readonly title: Bilingual
  readonly step: { readonly required: string; readonly fits: boolean; readonly why: Bilingual }
  readonly findings: readonly ContractFinding[]
}

/** A retirement on the table: from which day the version would no longer count, why, and the canonical text that each side signs. */
export interface RetirementState extends SigningState {
  readonly from: string
  readonly reason: Bilingual
  readonly payload: string
}

/** A document that waits for the other side; `version` is a register's edition. */
export interface Waiting {
  readonly kind: 'contract' | 'registry' | 'retirement'
  readonly id: string
  readonly version: string
}

function bilingualOf(value: unknown, what: string): Bilingual {
  const members = membersOf(value, what)
  return { zh: textOf(members.get('zh'), 'zh'), en: textOf(members.get('en'), 'en') }
}

function findingOf(value: unknown): ContractFinding {
  const members = membersOf(value, 'a finding')
  const [kind, rule, pointer] = ['kind', 'rule', 'pointer'].map((name) => textOf(members.get(name), name))
  return {
    ...{ kind: kind ?? '', rule: rule ?? '', pointer: pointer ?? '' },
    breaks: listOf(members.get('breaks'), 'breaks').map((one) => textOf(one, 'a direction')),
    why: bilingualOf(members.get('why'), 'why'),
    example: members.get('example') ?? null,
  }
}

function pathOf(folder: string, id: string, version: string): string {
  return `/v1/${folder}/${encodeURIComponent(id)}/${encodeURIComponent(version)}`
}

/** Two versions the gateway knows, compared there. Throws ClientError. */
export async function compareContract(
  caller: Caller,
  id: string,
  from: string,
  to: string,
): Promise<ContractComparison> {
  const query = new URLSearchParams({ from, to })
  const answer = await caller.read(`/v1/contracts/${encodeURIComponent(id)}/compare?${query}`)
  const members = membersOf(answer.json(), 'a comparison')
  const step = membersOf(members.get('step'), 'step')
  return {
    verdict: textOf(members.get('verdict'), 'verdict'),
    title: bilingualOf(members.get('title'), 'title'),
    step: {
      required: textOf(step.get('required'), 'required'),
      fits: step.get('fits') === true,
      why: bilingualOf(step.get('why'), 'why'),
    },
    findings: listOf(members.get('findings'), 'findings').map(findingOf),
  }
}

/** Proposes that a version no longer counts from a day, or another day in place of the own proposal that waits. Throws ClientError. */
export async function proposeRetirement(
  caller: Caller,
  { id, version, source }: ContractText,
  { from, reason }: { readonly from: string; readonly reason: Bilingual },
  key: SigningKey,
): Promise<SigningState> {
  const contract = { digest: sha256Hex(source), id, version }
  const payload = canonical({ type: 'retirement', contract, from, reason })
  const path = `${pathOf('contracts', id, version)}/retirement`
  return readState((await caller.write(path, signedBody(payload, 'retirement', key))).json())
}

/** The retirement proposed last for a version. Throws ClientError. */
export async function readRetirementState(caller: Caller, id: string, version: string): Promise<RetirementState> {
  const answer = await caller.read(`${pathOf('contracts', id, version)}/retirement`)
  const members = membersOf(answer.json(), 'a retirement')
  const state = readState(members.get('signing'))
  const payload = canonical(members.get('retirement'))
  if (sha256Hex(payload) !== state.digest) throw localError('answer-malformed', 'expected a payload of the digest told')
  try {
    const { from, reason } = readRetirement(members.get('retirement'))
    return { ...state, from, reason, payload }
  } catch (cause) {
    throw localError('answer-malformed', 'expected a retirement', cause)
  }
}

/** Signs the retirement that waits. `digest` is that of the payload which was read and agreed to; another one throws `payload-mismatch`. */
export async function signRetirement(
  caller: Caller,
  { id, version, source }: ContractText,
  digest: string,
  key: SigningKey,
): Promise<SigningState> {
  const { payload, digest: told } = await readRetirementState(caller, id, version)
  if (told !== digest) throw new ClientError('payload-mismatch', `expected the digest ${digest}, got ${told}`)
  const { contract } = readRetirement(JSON.parse(payload))
  const same = contract.id === id && contract.version === version && contract.digest === sha256Hex(source)
  if (!same) throw new ClientError('payload-mismatch', `expected a retirement of ${id}@${version} as held here`)
  const path = `${pathOf('contracts', id, version)}/retirement/signatures`
  return readState((await caller.write(path, signedBody(payload, 'retirement', key))).json())
}

/** Withdraws what this side proposed and the other has not signed. Throws ClientError. */
export async function withdraw(
  caller: Caller,
  { kind, id, version }: Waiting,
  reason: Bilingual,
  key: SigningKey,
): Promise<SigningState> {
  const base = pathOf(kind === 'registry' ? 'registry' : 'contracts', id, version)
  const path = kind === 'retirement' ? `${base}/retirement` : base
  const signing = membersOf(membersOf((await caller.read(path)).json(), 'a document').get('signing'), 'signing')
  const [document, digest] = ['document', 'digest'].map((name) => textOf(signing.get(name), name))
  const payload = canonical({ type: 'withdrawal', document: { digest, id: document }, reason })
  return readState((await caller.write(`${path}/withdrawal`, signedBody(payload, 'withdrawal', key))).json())
}
