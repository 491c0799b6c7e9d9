/** Periods without a joint release as the pages draw them: only where the terms both sides signed let everybody see. */
import { formatInstant } from '../../../adapters/tables/time.ts'
import type { Gateway } from '../../gateway.ts'
import { ownValues, type StoodApart, stoodApart } from '../../release/consultation/apart.ts'
import type { ApartItem, ApartView } from '../apart/view.ts'

function itemOf({ consultation, passed }: StoodApart): ApartItem {
  const { id, product, state, terms } = consultation
  return { id, type: product.id, title: terms.title, period: state.period, passed: formatInstant(passed) }
}

/** All of them, the newest first. */
export async function apartItems(gateway: Gateway): Promise<readonly ApartItem[]> {
  return (await stoodApart(gateway)).map(itemOf)
}

/** One by its name; undefined where there is none that the public is told of. */
export async function apartView(gateway: Gateway, id: string): Promise<ApartView | undefined> {
  const found = (await stoodApart(gateway)).find(({ consultation }) => consultation.id === id)
  if (!found) return undefined
  const { consultation, edition } = found
  return {
    item: itemOf(found),
    edition,
    basis: consultation.state.basis,
    own: await ownValues(gateway, consultation),
    sandbox: gateway.config.sandbox,
  }
}
