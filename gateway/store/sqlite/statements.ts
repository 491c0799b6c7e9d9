/** How many prepared statements a connection keeps. */

/** The oldest is let go first. Four tables take a group's rows, each with a statement for every number of them. */
export const STATEMENTS_KEPT = 512
