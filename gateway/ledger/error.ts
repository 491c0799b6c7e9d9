/** The one error of the ledger's pure part: a stable `code` for the error table, and a message that says what was expected. */

/** What can go wrong; each code is stable. */
export type LedgerErrorCode =
  /** A tree size, leaf index or proof range that no tree has. */
  | 'tree-range'
  /** Hashes that are not 32 bytes each, or not as many as the tree size demands. */
  | 'tree-hash'
  /** A tile path that is not in its one form. */
  | 'tile-path'
  /** Tile or entry bundle bytes that do not fit their width. */
  | 'tile-data'
  /** A note that is not in the form of C2SP signed-note. */
  | 'note-malformed'
  /** A verifier key or key name that is not in its one form, or two keys that share name and id. */
  | 'note-key'
  /** A signature by a known key that does not hold, or that key signing twice. */
  | 'note-signature'
  /** No signature by any known key. */
  | 'note-unsigned'
  /** A note text that is not a checkpoint. */
  | 'checkpoint-malformed'
  /** A checkpoint of another log. */
  | 'checkpoint-origin'
  /** A leaf that is not exactly the JCS of its six members. */
  | 'leaf-malformed'
  /** Salts, texts or commitments of the wrong number or size. */
  | 'commitment-input'

/** Thrown by every function of the ledger's pure part; nothing else is. */
export class LedgerError extends Error {
  readonly code: LedgerErrorCode

  constructor(code: LedgerErrorCode, message: string) {
    super(message)
    this.name = 'LedgerError'
    this.code = code
  }
}
