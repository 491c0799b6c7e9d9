/** The payload of a release held against the form of its kind. */
import { PRODUCT_IDS, type ProductId } from '../../../contracts/registry/types.ts'
import type { Release } from '../../release/release-types.ts'
import { readForecastForm } from './air-form.ts'
import { readWaterForm } from './bulletin.ts'
import { readCreditForm } from './credit-form.ts'
import { must } from './report.ts'
import { readWarningForm } from './warning-form.ts'

const FORMS: { readonly [T in ProductId]?: (value: unknown) => Release } = {
  'weekly-water-bulletin': readWaterForm,
  'monthly-water-bulletin': readWaterForm,
  'daily-air-forecast': readForecastForm,
  'weekly-zone-outlook': readForecastForm,
  'warning-suggestion': readWarningForm,
  'annual-credit-list': readCreditForm,
}

/** Releases that were signed before there were consultations lack what those add; they hold as they are. */
const BEFORE_CONSULTATIONS = {
  audience: 'public',
  attachments: [],
  consultation: { digest: '0'.repeat(64), id: '-', steps: 0 },
  embargo: null,
  statement: null,
} as const

/** The release a payload says. Throws CheckFailure, or TypeError naming the members at fault. */
export function readReleaseForm(value: unknown): Release {
  must(typeof value === 'object' && value !== null && 'type' in value, '内容不是发布', 'expected a release')
  const type = PRODUCT_IDS.find((id) => id === value.type)
  const form = type && FORMS[type]
  must(
    form !== undefined,
    `未知的发布类型 ${String(value.type)}`,
    `the kind of release ${String(value.type)} is unknown`,
  )
  const isEarly = type === 'weekly-water-bulletin' && !('consultation' in value)
  return form(isEarly ? { ...BEFORE_CONSULTATIONS, ...value } : value)
}
