/** Generated from gateway/portal/browser/*.js by gateway/portal/browser/build.ts; do not edit. */

/** The browser's modules by name. */
export declare const MODULES: Readonly<Record<'canonical' | 'desk-clock' | 'key-error' | 'key-storage' | 'keys' | 'session' | 'sign-in-page' | 'step', string>>
