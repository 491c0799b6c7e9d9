/** The members every kind of release has, as guards: its form is these and its product's own, no more. */
import { flag, type Guard, list, matching, nullable, oneOf, shape, text } from '../../../contracts/read.ts'
import type { ProductId } from '../../../contracts/registry/types.ts'
import { bilingual } from '../../../contracts/standards/read.ts'
import type { Change } from '../../release/bulletin-types.ts'
import type { Attached, Consulted, ReleaseHead } from '../../release/release-types.ts'
import { count, digest, exactly, instant } from './guards.ts'

const keyList = shape<ReleaseHead['keys']['cq']>({ edition: count, digest })

const consulted: { readonly [K in keyof Consulted]: Guard<Consulted[K]> } = {
  audience: oneOf('public', 'joint'),
  attachments: list(
    shape<Attached>({ bytes: count, digest, mediaType: matching(/^[\w.+-]+\/[\w.+-]+$/, 'a media type'), name: text }),
  ),
  consultation: shape<Consulted['consultation']>({ digest, id: text, steps: count }),
  embargo: nullable(instant),
  statement: nullable(text),
}

/** The guards of a head whose `type` is one of a product's. */
export function releaseHead<T extends ProductId>(
  type: Guard<T>,
): { readonly [K in keyof ReleaseHead<T>]-?: Guard<ReleaseHead<T>[K]> } {
  return {
    ...consulted,
    type,
    v: exactly(1),
    id: text,
    title: bilingual,
    label: bilingual,
    sandbox: flag,
    period: shape<ReleaseHead['period']>({ start: instant, end: instant }),
    supersedes: nullable(shape<NonNullable<ReleaseHead['supersedes']>>({ id: text, digest })),
    reason: nullable(text),
    changes: list(shape<Change>({ section: nullable(text), member: text, from: text, to: text })),
    ledger: shape<ReleaseHead['ledger']>({ origin: text, size: count }),
    contract: shape<ReleaseHead['contract']>({ id: text, version: text, digest }),
    registry: shape<ReleaseHead['registry']>({ id: text, edition: text, digest }),
    keys: shape<ReleaseHead['keys']>({ cq: keyList, sc: keyList }),
    standards: list(text),
    derivedFrom: shape<ReleaseHead['derivedFrom']>({ count, digest }),
  }
}
