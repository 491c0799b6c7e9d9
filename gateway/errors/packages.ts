/** What is refused of packages that cross an air gap, and of history sent late on purpose. */
import { IDENTITY_ERRORS, type IdentityCode } from '../identity/error.ts'
import { PACKAGE_LIMITS } from '../identity/limits.ts'
import type { ErrorRow } from './types.ts'

const days = PACKAGE_LIMITS.window / 86_400

/** The codes of packages. */
export type PackageCode = Extract<IdentityCode, `package-${string}`>

/** One row a code of a package. */
export const PACKAGE_ERRORS: Readonly<Record<PackageCode, ErrorRow>> = {
  'package-malformed': {
    ...IDENTITY_ERRORS['package-malformed'],
    what: {
      zh: '报送包首行应为规范形式的 General JWS，其后恰为所列各文件的字节；收到的包不符，可能在拷贝时被截断或改动。整包未作处理。',
      en: 'A package is one line, a General JWS in its canonical form, then exactly the bytes of the files it lists. This one is otherwise, perhaps cut or changed when it was copied. Nothing of it was done.',
    },
    fix: {
      zh: '核对两侧文件的 SHA-256 后重新拷贝；仍不符时由报送单位用 chuanyu submit --to-file 重新封包。',
      en: 'Compare the SHA-256 of the file on both sides and copy it again; or let the agency seal it anew with chuanyu submit --to-file.',
    },
    example: '{"payload":"…","signatures":[…]}',
  },
  'package-expired': {
    ...IDENTITY_ERRORS['package-expired'],
    what: {
      zh: `报送包自封包起 ${days} 天内有效（网关可另行配置），且不得超过包内的 expires；收到时已过期。`,
      en: `A package holds for ${days} days after it was sealed, unless the gateway is configured otherwise, and never past its own expires; this one is older.`,
    },
    fix: {
      zh: '由报送单位重新封包；摆渡周期更长时，双方约定后用 --days 封包，并在网关配置 packages.days。',
      en: 'Let the agency seal it anew. Where files regularly lie longer, agree on it, seal with --days, and set packages.days in the gateway.',
    },
    example: '"created":1764547200,"expires":1765152000',
  },
}

/** What is refused of a submission that says it is history. */
export const BACKFILL_ERRORS = {
  'backfill-too-recent': {
    status: 422,
    title: { zh: '时段尚在报送期限内，不能补录', en: 'Too recent to be backfilled' },
    what: {
      zh: '以补录方式报送的记录，其时段止须早于契约规定的报送期限；该行仍在期限之内，未收。',
      en: 'A record that is backfilled must have ended before what the contract still calls on time; this one did not, and was not taken.',
    },
    fix: {
      zh: '把这些行从补录文件中取出，用不带 --backfill 的 chuanyu submit 按日常方式报送。',
      en: 'Take these rows out and send them as on any day, with chuanyu submit without --backfill.',
    },
    example: 'backfill=true',
  },
} as const satisfies Readonly<Record<string, ErrorRow>>
