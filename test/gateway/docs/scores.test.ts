/** The page on consultation defines every figure of scores, with the numbers in force. */
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { USUAL_RANGE } from '../../../adapters/standards/forecast-score.ts'
import { FEW, tallyPairs, tallyScores } from '../../../adapters/standards/forecast-tally.ts'
import { VOICES } from '../../../gateway/scores/basis.ts'
import { SCORE_LIMITS } from '../../../gateway/scores/limits.ts'
import { GROUPINGS, PARAMETERS } from '../../../gateway/scores/question.ts'

const page = readFileSync(resolve(import.meta.dirname, '../../../gateway/docs/consultation.md'), 'utf8')
const scores = page.slice(page.indexOf('\n## Scores')).replace(/\s+/g, ' ')

test('every figure, voice and parameter is told', () => {
  const figures = [...Object.keys(tallyScores([])), ...Object.keys(tallyPairs([]))]
  for (const name of [...figures, ...VOICES]) expect(scores).toContain(`\`${name}\``)
  for (const name of PARAMETERS) expect(scores).toMatch(new RegExp(`[?&]${name}=`))
  expect(scores).toContain(`\`${GROUPINGS.join(',')}\``)
})

test('with the numbers in force', () => {
  const { days, usual } = SCORE_LIMITS
  expect(scores).toContain(`Days are valid days, ${days} at most, the last ${usual} unless said`)
  expect(scores).toContain(`lies within ${USUAL_RANGE.halfWidth} of the range's middle`)
  expect(scores).toContain(`(from practice, ${USUAL_RANGE.confidence})`)
  expect(scores).toContain(`Fewer than ${FEW} reviewed are \`few\``)
})
