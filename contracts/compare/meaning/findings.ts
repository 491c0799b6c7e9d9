/** Findings on what the same values mean: annotations that differ at a place both versions have. */
import { changeFinding } from '../change.ts'
import { same } from '../json.ts'
import type { Finding } from '../types.ts'
import { type Annotation, type Annotations, placeOf } from './annotations.ts'
import { annotationChange } from './rules.ts'

interface Difference {
  readonly keyword: string
  readonly old: Annotation | undefined
  readonly next: Annotation | undefined
  readonly place: string
}

/** Findings on annotations; a place that only one version has is a matter of the schema. */
export function meaningFindings(old: Annotations, next: Annotations): readonly Finding[] {
  const differences = [...old].flatMap(([place, before]): readonly Difference[] => {
    const after = next.get(place)
    if (!after) return []
    const keywords = [...new Set([...before.keys(), ...after.keys()])]
    return keywords
      .map((keyword) => ({ keyword, old: before.get(keyword), next: after.get(keyword), place: placeOf(place) }))
      .filter((one) => one.old === undefined || one.next === undefined || !same(one.old.value, one.next.value))
  })
  // One definition met in several places is told once.
  const groups = Map.groupBy(differences, (one) => [one.keyword, one.old?.at, one.next?.at].join(' '))
  return [...groups.values()].flatMap((group) => {
    const [first] = group
    if (!first) return []
    const change = annotationChange(first.keyword, first.old?.value, first.next?.value)
    const places = [...new Set(group.map(({ place }) => place))]
    return [
      changeFinding(
        { ...change, within: first.next ? 'new' : 'old' },
        { kind: 'meaning', rule: first.keyword, pointer: first.next?.at ?? first.old?.at ?? '', places },
      ),
    ]
  })
}
