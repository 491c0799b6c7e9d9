/** How many answers stay open at once, for how long, and how often they say something. */

/** The limits of answers that stay open; the gateway's docs print them. */
export const LIVE_LIMITS = {
  /** Streams open at once: so many of partners, and so many of the public. */
  open: 256,
  /** Streams of one key. */
  perKey: 16,
  /** Seconds after which a stream ends and is to be asked for again. */
  window: 1800,
  /** Seconds of silence after which a comment is sent. */
  heartbeat: 15,
  /** Seconds between two looks at a store that other gateways append to. */
  poll: 3,
  /** Seconds from one look that another gateway's word made to the next. */
  look: 0.05,
  /** Seconds after which a reader comes back when the stream broke off. */
  retry: 3,
  /** Seconds a reader may leave unread what ends the stream before the connection is cut. */
  patience: 5,
} as const

/** The shape of the table above, so that a test can pass its own. */
export type LiveLimits = { readonly [K in keyof typeof LIVE_LIMITS]: number }
