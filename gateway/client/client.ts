/** The client library: everything a partner's system does with a gateway, signed and verified (RFC 9421, RFC 9530). */
import { randomBytes } from 'node:crypto'
import { canonical } from '../../contracts/jcs.ts'
import type { Bilingual } from '../../contracts/types.ts'
import type { GeneralJws } from '../identity/document.ts'
import type { PublicJwk, SigningKey } from '../identity/jwk.ts'
import type { Clock, Random } from '../ports.ts'
import type { StepAct } from '../release/consultation/acts.ts'
import { createCaller, type LiveCaller } from './call.ts'
import {
  agree,
  type Consultation,
  type ConsultationRequest,
  consult,
  readDraft,
  sendStep,
  signRelease,
} from './consultation.ts'
import {
  type ContractComparison,
  type ContractText,
  compareContract,
  proposeRetirement,
  type RetirementState,
  readRetirementState,
  signRetirement,
  type Waiting,
  withdraw,
} from './contracts.ts'
import {
  type DutyDay,
  type DutyFilter,
  type DutySetting,
  putDuty,
  readDuty,
  readWaiting,
  type WaitingDuty,
} from './duty.ts'
import { type LiveEvent, type WatchOptions, watchEvents } from './events.ts'
import { gatewayKeys } from './gateway-keys.ts'
import { putKeys, type SigningState, signJoint } from './joint.ts'
import { type RecordFilter, readRecords, type SharedRecord } from './records.ts'
import {
  type RejectedRows,
  readRejectedRows,
  readRejectedWorkbook,
  type Submission,
  type Submitted,
  submit,
  tryForWorkbook,
} from './submit.ts'
import { createTransport } from './transport.ts'

export { generateKey, importPrivateJwk, type PrivateJwk, type PublicJwk, type SigningKey } from '../identity/jwk.ts'
export type { Answered, Write } from './call.ts'
export type { Consultation, ConsultationRequest } from './consultation.ts'
export type { ContractComparison, ContractFinding, ContractText, RetirementState, Waiting } from './contracts.ts'
export type { DutyDay, DutyFilter, DutyLine, DutySetting, WaitingDuty } from './duty.ts'
export { ClientError, type LocalCode, type MovedCell, type ProblemReport } from './error.ts'
export type { LiveEvent, WatchNotice, WatchOptions } from './events.ts'
export type { SigningState } from './joint.ts'
export { type SealedFile, type Sealing, sealFiles, type Taken, takeAnswer } from './package.ts'
export type { RecordFilter, SharedRecord } from './records.ts'
export type { DuplicateRow, RejectedRows, Submission, Submitted } from './submit.ts'
export type { SubmissionHeader } from './verify/submissions.ts'

/** Which gateway, as whom. Without `gatewayKeys` they are fetched once from /.well-known/jwks.json, which is as sure as the connection. */
export interface ClientOptions {
  /** scheme://host[:port], as the gateway's own configuration has it. */
  readonly origin: string
  readonly key: SigningKey
  readonly gatewayKeys?: readonly PublicJwk[]
  /** Milliseconds a call may take. */
  readonly timeoutMs?: number
  readonly now?: Clock
  readonly random?: Random
  /** The trace that calls belong to, a W3C `traceparent`. */
  readonly traceparent?: string
  /** Milliseconds one call may wait when the gateway asks it to (429 and 503 with Retry-After); 0, not at all, unless said. */
  readonly patienceMs?: number
}

/** A gateway as one key sees it. Every call throws ClientError. */
export interface Client extends LiveCaller {
  submit(submission: Submission): Promise<Submitted>
  rejections(id: string): Promise<RejectedRows>
  /** The refused rows of a submission as a workbook of the sender's columns, to be mended and sent. */
  rejectedWorkbook(id: string): Promise<Uint8Array>
  /** The same of a file that is only tried, as where no row of it could be accepted. */
  tryForWorkbook(submission: Omit<Submission, 'idempotencyKey'>): Promise<Uint8Array>
  records(filter: RecordFilter): AsyncGenerator<SharedRecord, void, undefined>
  /** Drafts and puts on the table. */
  consult(request: ConsultationRequest): Promise<Consultation>
  draft(id: string): Promise<Consultation>
  /** Any step, signed: a revision, a comment, an objection and what else there is. `id` null for a draft. */
  step(id: string | null, act: StepAct, seen: number, ifMatch?: string): Promise<Consultation>
  /** Agrees, as a reviewer, to what is on the table, or with `digest` only to that. */
  agree(id: string, digest?: string, ifMatch?: string): Promise<Consultation>
  /** Signs what is on the table, or with `digest` only that. */
  signRelease(id: string, signatory?: SigningKey, digest?: string, ifMatch?: string): Promise<Consultation>
  /** What happens in consultations, live, again from the last one heard when a connection breaks. */
  events(options?: WatchOptions): AsyncGenerator<LiveEvent, void, undefined>
  /** Who is on duty, day by day. */
  duty(filter?: DutyFilter): Promise<readonly DutyDay[]>
  /** Sets one's own side's roster, as its signatory. */
  putDuty(setting: DutySetting): Promise<readonly DutyDay[]>
  /** What waits for one's own side. */
  waiting(): Promise<readonly WaitingDuty[]>
  /** Proposes or signs a contract; `source` is its canonical text. */
  signContract(contract: ContractText, signatory?: SigningKey): Promise<SigningState>
  /** Two versions compared: what the newer one breaks, and whether its number went up far enough. */
  compareContract(id: string, from: string, to: string): Promise<ContractComparison>
  /** Proposes from which civil day a version no longer counts; again, while it waits, puts another in its place. */
  proposeRetirement(
    contract: ContractText,
    retirement: { readonly from: string; readonly reason: Bilingual },
    signatory?: SigningKey,
  ): Promise<SigningState>
  /** The retirement proposed last for a version. */
  retirement(id: string, version: string): Promise<RetirementState>
  /** Signs the retirement that was read under this digest, and no other. */
  signRetirement(contract: ContractText, digest: string, signatory?: SigningKey): Promise<SigningState>
  /** Takes back what this side proposed, as long as the other has not signed. */
  withdraw(document: Waiting, reason: Bilingual, signatory?: SigningKey): Promise<SigningState>
  /** Proposes or signs a register edition. */
  signRegistry(
    registry: { readonly id: string; readonly edition: string },
    signatory?: SigningKey,
  ): Promise<SigningState>
  putKeys(jws: GeneralJws): Promise<SigningState>
  /** Closes the connections once what is under way has ended. */
  close(): Promise<void>
}

const TIMEOUT_MS = 60_000

/** Opens a client; nothing is sent before the first call. */
export function createClient(options: ClientOptions): Client {
  const { origin, key, gatewayKeys: pinned, timeoutMs = TIMEOUT_MS, now = Date.now, random = randomBytes } = options
  const { traceparent, patienceMs = 0 } = options
  const transport = createTransport({ timeoutMs })
  const keys = pinned ? gatewayKeys(pinned) : null
  const caller = createCaller({ origin, key, keys, transport, now, random, traceparent, patience: { patienceMs } })
  const signer = { caller, key, random }
  return {
    ...caller,
    submit: (submission) => submit(caller, submission),
    rejections: (id) => readRejectedRows(caller, id),
    rejectedWorkbook: (id) => readRejectedWorkbook(caller, id),
    tryForWorkbook: (submission) => tryForWorkbook(caller, submission),
    records: (filter) => readRecords(caller, filter),
    consult: (request) => consult(signer, request),
    draft: (id) => readDraft(caller, id),
    step: (id, act, seen, ifMatch) => sendStep(signer, id, act, seen, ifMatch),
    agree: (id, digest, ifMatch) => agree(signer, id, digest, ifMatch),
    signRelease: (id, signatory = key, digest, ifMatch) =>
      signRelease(caller, {
        id,
        key: signatory,
        ...(digest === undefined ? {} : { digest }),
        ...(ifMatch === undefined ? {} : { ifMatch }),
      }),
    events: (watching) => watchEvents(caller, watching),
    duty: (filter) => readDuty(caller, filter),
    putDuty: (setting) => putDuty(signer, setting),
    waiting: () => readWaiting(caller),
    signContract: ({ id, version, source }, signatory = key) =>
      signJoint(caller, {
        kind: 'contract',
        path: '/v1/contracts',
        id: `${id}/${version}`,
        payload: source,
        key: signatory,
      }),
    compareContract: (id, from, to) => compareContract(caller, id, from, to),
    proposeRetirement: (contract, retirement, signatory = key) =>
      proposeRetirement(caller, contract, retirement, signatory),
    retirement: (id, version) => readRetirementState(caller, id, version),
    signRetirement: (contract, digest, signatory = key) => signRetirement(caller, contract, digest, signatory),
    withdraw: (document, reason, signatory = key) => withdraw(caller, document, reason, signatory),
    signRegistry: (registry, signatory = key) =>
      signJoint(caller, {
        kind: 'registry',
        path: '/v1/registry',
        id: `${registry.id}/${registry.edition}`,
        payload: canonical(registry),
        key: signatory,
      }),
    putKeys: (jws) => putKeys(caller, jws),
    close: () => transport.close(),
  }
}
