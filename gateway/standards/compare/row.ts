/** One row of the comparison: what each side's rule or habit says of an aspect, whether they differ, and what that changes. */
import { leastSure } from '../../../adapters/standards/confidence.ts'
import type { Source } from '../../../contracts/standards/types.ts'
import type { Bilingual, Confidence } from '../../../contracts/types.ts'

/**
 * One aspect. A side's text is null where it is not established; `differs` is null where that cannot be told: a side is not
 * established, or both are told in words alone. `effect` is what it changes in practice, where known; `confidence` the lower of the two.
 */
export interface ComparisonRow {
  readonly key: string
  readonly aspect: Bilingual
  readonly sc: Bilingual | null
  readonly cq: Bilingual | null
  readonly differs: boolean | null
  readonly effect: Bilingual | null
  readonly confidence: Confidence | null
  readonly sources: readonly Bilingual[]
}

/** What one document says of an aspect; two agree when their `value` does. Without one they are told in words alone. */
export interface Said {
  readonly text: Bilingual
  readonly value?: unknown
  readonly confidence: Confidence
  readonly source: Source
}

/** A source in both languages: names of documents are the same in either. */
export function sourceText(source: Source): Bilingual {
  return typeof source === 'string' ? { zh: source, en: source } : source
}

/** The sources, each once. */
export function eachOnce(sources: readonly Source[]): readonly Bilingual[] {
  return [...new Map(sources.map(sourceText).map((source) => [JSON.stringify(source), source])).values()]
}

/** Whether two sayings differ; null where that cannot be told. */
export function differ(one: Said | null, other: Said | null): boolean | null {
  if (!one || !other || !('value' in one) || !('value' in other)) return null
  return JSON.stringify(one.value) !== JSON.stringify(other.value)
}

/** The lower confidence of those that said anything, and where they said it. */
export function grounds(said: readonly (Said | null)[]): Pick<ComparisonRow, 'confidence' | 'sources'> {
  const found = said.filter((one) => one !== null)
  return {
    confidence: found.length === 0 ? null : leastSure(found.map(({ confidence }) => confidence)),
    sources: eachOnce(found.map(({ source }) => source)),
  }
}

/** A row out of what both sides say. */
export function rowOf(
  key: string,
  aspect: Bilingual,
  { sc, cq, effect = null }: { readonly sc: Said | null; readonly cq: Said | null; readonly effect?: Bilingual | null },
): ComparisonRow {
  return {
    key,
    aspect,
    sc: sc?.text ?? null,
    cq: cq?.text ?? null,
    differs: differ(sc, cq),
    effect,
    ...grounds([sc, cq]),
  }
}

/** A row of one national rule that holds on both sides. */
export function sharedRow(key: string, aspect: Bilingual, said: Said, effect: Bilingual | null = null): ComparisonRow {
  const both = { value: said.text.zh, ...said }
  return rowOf(key, aspect, { sc: both, cq: both, effect })
}

/** Several texts as one. */
export function joined(texts: readonly Bilingual[], zh = '；', en = '; '): Bilingual {
  return { zh: texts.map((one) => one.zh).join(zh), en: texts.map((one) => one.en).join(en) }
}
