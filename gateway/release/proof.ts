/** A release's proof bundle as it is given out: made once, and once more when witnesses have cosigned a tree that has all of it. */
import type { Gateway } from '../gateway.ts'
import { newestCosigned } from '../ledger/witnessed.ts'
import type { StoredDocument } from '../ports.ts'
import { buildBundle, covers } from './bundle.ts'

/** The bundle's text. `name` is the release's id, and what is withheld where that may be. */
export async function proofOf(
  gateway: Gateway,
  name: string,
  release: StoredDocument,
  withheld?: ReadonlySet<string>,
): Promise<string> {
  const cosigned = await newestCosigned(gateway)
  const seen = covers(cosigned, release)
  return gateway.releases.proof(seen ? `${name} cosigned` : name, () =>
    buildBundle({ ...gateway, release, cosigned, ...(withheld ? { withheld } : {}) }),
  )
}
