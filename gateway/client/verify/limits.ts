/** The most of everything a bundle may hold; the gateway's docs print this table. */
export const BUNDLE_LIMITS = {
  /** Bytes of the file, and UTF-16 units of its text. */
  file: 64 * 1024 * 1024,
  leaves: 50_000,
  submissions: 50_000,
  /** Records of one submission, opened or not. */
  records: 50_000,
  /** Versions of the contract beside the release's own. */
  contracts: 100,
  /** Key lists of both sides. */
  keys: 5_000,
  signatures: 16,
  /** Hashes of one proof: a tree has at most 2^53−1 leaves. */
  proof: 53,
  /** Witnesses' lines under the checkpoint. */
  cosignatures: 16,
} as const
