/** The reading half of a store, the same over every database. */
import type { Store } from '../../ports.ts'
import { readCosignatures } from './cosignatures.ts'
import {
  readClaimed,
  readCurrentBodies,
  readDocuments,
  readHead,
  readLeaves,
  readRecords,
  readScope,
  readSteps,
  readSubmission,
  readSubmissionRecords,
  readTiles,
} from './read.ts'
import type { Rows } from './rows.ts'

/** Whatever is read. */
export type Reads = Omit<Store, 'driver' | 'pendingSchema' | 'append' | 'cosign' | 'claim' | 'close'>

/** Reads, each by the connection that `rows` gives for it. */
export function readsOver(rows: () => Rows): Reads {
  return {
    head: () => readHead(rows()),
    async tile(level, index) {
      return (await readTiles(rows(), level, index, index))[0]?.hashes ?? null
    },
    tiles: (level, from, to) => readTiles(rows(), level, from, to),
    leaves: (from, to) => readLeaves(rows(), from, to),
    records: (query) => readRecords(rows(), query),
    submission: (id) => readSubmission(rows(), id),
    submissionByScope: (scope) => readScope(rows(), scope),
    currentBodies: (dataset, party, keys) => readCurrentBodies(rows(), dataset, party, keys),
    submissionRecords: (id) => readSubmissionRecords(rows(), id),
    async document(id) {
      return (await readDocuments(rows(), 'id', id))[0] ?? null
    },
    documents: (kind) => readDocuments(rows(), 'kind', kind),
    steps: (after, limit) => readSteps(rows(), after, limit),
    cosignatures: () => readCosignatures(rows()),
    claimed: (use) => readClaimed(rows(), use),
  }
}
