/** The public pages: pure functions from data to HTML, their assets and their headers. */
import { FAVICON, FAVICON_PATH } from './icon.ts'
import { SCRIPTS } from './scripts.ts'
import { LARGE_STYLE, LARGE_STYLE_PATH, STYLE, STYLE_PATH } from './style.ts'

export { comparisonPage } from './comparison-page.ts'
export { creditPage } from './credit-page.ts'
export { errorPage, errorsPage, notFoundPage } from './error-pages.ts'
export { ACTING_HEADERS, FORM_HEADERS, PAGE_HEADERS } from './headers.ts'
export { homePage } from './home-page.ts'
export { type Html, type Lang, langOf, type PageOptions } from './lang.ts'
export { releasesPage } from './release-list.ts'
export { releasePage } from './release-page.ts'
export { type SignInView, signInPage } from './sign-in-page.ts'
export type {
  ComparisonView,
  CreditView,
  ErrorsView,
  ErrorView,
  HomeView,
  ReleaseItem,
  ReleasesView,
  ReleaseView,
  SignatureView,
} from './view.ts'

/** The static files of the pages by path. Their names change with their content, so they may be kept for ever. */
export const PORTAL_ASSETS: ReadonlyMap<string, { readonly type: string; readonly body: string }> = new Map([
  [STYLE_PATH, { type: 'text/css; charset=utf-8', body: STYLE }],
  [LARGE_STYLE_PATH, { type: 'text/css; charset=utf-8', body: LARGE_STYLE }],
  [FAVICON_PATH, { type: 'image/svg+xml', body: FAVICON }],
  ...[...SCRIPTS.values()].map(({ path, body }) => [path, { type: 'text/javascript; charset=utf-8', body }] as const),
])
/** `cache-control` of the assets. */
export const ASSET_CACHE = 'public, max-age=31536000, immutable'
