/** Classes of GB/T 4754-2017 whose names the gateway knows; far from all, so that a code that is not here is no error. */
import { flag, type Guard, list, matching, oneOf, read, shape, text } from '../read.ts'
import type { Bilingual, Confidence } from '../types.ts'
import json from './gbt4754-2017.json' with { type: 'json' }
import { bilingual, confidence } from './read.ts'

/** What is known of the classification. */
export interface IndustryClasses {
  readonly id: 'GB/T 4754-2017'
  readonly title: Bilingual
  readonly complete: boolean
  readonly source: string
  readonly confidence: Confidence
  readonly classes: readonly { readonly code: string; readonly name: string }[]
}

const classes: Guard<IndustryClasses> = shape<IndustryClasses>({
  id: oneOf('GB/T 4754-2017'),
  title: bilingual,
  complete: flag,
  source: text,
  confidence,
  classes: list(shape<IndustryClasses['classes'][number]>({ code: matching(/^\d{4}$/, 'four digits'), name: text })),
})

/** The classes known. */
export const GBT4754_2017: IndustryClasses = read('industrial classification', classes, json)
