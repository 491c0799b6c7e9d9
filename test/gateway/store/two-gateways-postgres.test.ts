import { describePostgres } from '../../postgres.ts'
import { twoGateways } from './two-gateways.ts'

describePostgres('PostgreSQL', (server) =>
  twoGateways('postgresql', {
    config: async () => ({ postgres: { url: await server.fresh('database') } }),
    apart: true,
  }),
)
