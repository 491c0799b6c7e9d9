/** A configuration that the gateway does not start with: everything that is wrong with it at once, each with how to mend it. */
import type { Bilingual } from '../../contracts/types.ts'

/** One thing wrong. `where` is a member of gateway.json, or a file. */
export interface ConfigFault {
  readonly where: string
  readonly what: Bilingual
  readonly fix: Bilingual
}

/** A fault in one line of code. */
export function fault(where: string, what: Bilingual, fix: Bilingual): ConfigFault {
  return { where, what, fix }
}

function told({ where, what, fix }: ConfigFault): string {
  return `✗ ${what.zh} · ${what.en}\n  在 where  ${where}\n  改 fix    ${fix.zh} · ${fix.en}`
}

/** The gateway does not start; nothing was opened or written. */
export class ConfigRefused extends Error {
  override readonly name = 'ConfigRefused'
  readonly faults: readonly ConfigFault[]

  constructor(faults: readonly ConfigFault[]) {
    super(faults.map(told).join('\n'))
    this.faults = faults
  }
}
