import type { Validator } from '../contract.ts'

declare const validate: Validator
export default validate
