/** Every operation, group by group. */
import type { OperationGroup } from '../types.ts'
import { ADMIN_OPERATIONS } from './admin.ts'
import { CONTRACT_OPERATIONS, REFERENCE_OPERATIONS } from './documents.ts'
import { INTAKE_OPERATIONS, READING_OPERATIONS } from './intake.ts'
import { CONSULTATION_OPERATIONS, LEDGER_OPERATIONS, RELEASE_OPERATIONS } from './release.ts'
import { SERVICE_OPERATIONS, SESSION_OPERATIONS } from './service.ts'

/** In the order a newcomer needs them. */
export const OPERATION_GROUPS: readonly OperationGroup[] = [
  SERVICE_OPERATIONS,
  REFERENCE_OPERATIONS,
  CONTRACT_OPERATIONS,
  INTAKE_OPERATIONS,
  READING_OPERATIONS,
  CONSULTATION_OPERATIONS,
  RELEASE_OPERATIONS,
  LEDGER_OPERATIONS,
  SESSION_OPERATIONS,
  ADMIN_OPERATIONS,
]
