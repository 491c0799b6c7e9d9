/** What the doctor finds: well, worth a look, or wrong, and then how to mend it. */
import type { Bilingual } from '../../../contracts/types.ts'

/** One finding. */
export interface Finding {
  readonly state: 'well' | 'look' | 'wrong'
  readonly zh: string
  readonly en: string
  readonly fix?: Bilingual
}

/** As it should be. */
export const well = (zh: string, en: string): Finding => ({ state: 'well', zh, en })

/** Not wrong, but to be known. */
export const look = (zh: string, en: string, fix?: Bilingual): Finding => ({
  state: 'look',
  zh,
  en,
  ...(fix ? { fix } : {}),
})

/** To be mended. */
export const wrong = (zh: string, en: string, fixZh: string, fixEn: string): Finding => ({
  state: 'wrong',
  zh,
  en,
  fix: { zh: fixZh, en: fixEn },
})

const MARK = { well: '✓', look: '!', wrong: '✗' } as const

/** A finding as a person reads it. */
export function toldFinding({ state, zh, en, fix }: Finding): string {
  const line = `${MARK[state]} ${zh} · ${en}\n`
  return fix ? `${line}  改 fix    ${fix.zh} · ${fix.en}\n` : line
}
