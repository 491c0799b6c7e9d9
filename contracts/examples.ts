/** One valid record of each contract, for pages that explain it: an example from beside the contract, fictional where it names anybody. */
import forecast from './air-forecast/examples/valid/table-city.json' with { type: 'json' }
import observation from './air-observation/examples/valid/day-of-a-city.json' with { type: 'json' }
import warning from './air-warning/examples/valid/issue-city.json' with { type: 'json' }
import weather from './air-weather/examples/valid/whole.json' with { type: 'json' }
import discharge from './discharge-unit/examples/valid/second-site.json' with { type: 'json' }
import credit from './enterprise-credit/examples/valid/chongqing-municipal.json' with { type: 'json' }
import risk from './risk-source/examples/valid/near-boundary.json' with { type: 'json' }
import water from './water-section-quality/examples/valid/transboundary-copy.json' with { type: 'json' }

const EXAMPLES: ReadonlyMap<string, object> = new Map<string, object>([
  ['air-forecast', forecast],
  ['air-observation', observation],
  ['air-warning', warning],
  ['air-weather', weather],
  ['discharge-unit', discharge],
  ['enterprise-credit', credit],
  ['risk-source', risk],
  ['water-section-quality', water],
])

/** An example of a contract's records; undefined where there is none that the version takes. */
export function exampleOf({
  id,
  validate,
}: {
  readonly id: string
  readonly validate: (data: unknown) => boolean
}): object | undefined {
  const found = EXAMPLES.get(id)
  return found && validate(found) ? found : undefined
}
