/** Newer versions of the water contract for tests, each with its validator compiled here as the build does. */
import { Ajv2020 } from 'ajv/dist/2020.js'
import { ANNOTATIONS } from '../../contracts/build.ts'
import { type Contract, type ContractJson, contract } from '../../contracts/index.ts'
import waterJson from '../../contracts/water-section-quality/v1.0.0.json' with { type: 'json' }

/** The first version as written. */
export type WaterJson = typeof waterJson

/** A version of the water contract that differs from the first by what `change` gives. */
export function nextWater(version: string, change: (json: WaterJson) => Partial<ContractJson>): Contract {
  const first: WaterJson = structuredClone(waterJson)
  const json = { ...first, ...change(first), version }
  const ajv = new Ajv2020({ strict: true, strictTypes: false, strictRequired: false })
  ajv.addVocabulary(ANNOTATIONS)
  return contract(json, ajv.compile(json.schema))
}

/** A member more, which may be left out. */
export const withRemark = (json: WaterJson, terms = {}) => ({
  schema: { ...json.schema, properties: { ...json.schema.properties, remark: { type: 'string', maxLength: 200 } } },
  terms: { ...json.terms, audience: { ...json.terms.audience, remark: 'joint' }, ...terms },
})
