/** Why a ledger is not moved; nothing of it was changed. */
import type { Bilingual } from '../../contracts/types.ts'

/** `asked`: by what was asked for; `damaged`: it is not whole; `conflict`: something else is in the way. */
export type MoveHindrance = 'asked' | 'damaged' | 'conflict'

/** What hinders it, and how to mend that. */
export class MoveRefused extends Error {
  override readonly name = 'MoveRefused'
  readonly hindrance: MoveHindrance

  constructor(hindrance: MoveHindrance, what: Bilingual, fix: Bilingual) {
    super(`✗ ${what.zh} · ${what.en}\n  改 fix    ${fix.zh} · ${fix.en}`)
    this.hindrance = hindrance
  }
}
