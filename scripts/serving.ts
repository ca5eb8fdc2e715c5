/**
 * How the portal's server is started: with a nursery of 16 MB. Left to itself Node takes twice as much for
 * what dies young anyhow, and keeps it; less would cost more CPU than it saves memory.
 */
export const SERVE = ['--max-semi-space-size=16', 'server.ts'];
