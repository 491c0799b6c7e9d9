/** The formats that can be told and shown (JSON Schema 2020-12 validation §7.3): a form each, and samples of it. */

interface Format {
  readonly form: RegExp
  readonly samples: readonly string[]
}

const DATE = '\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])'
const TIME = '(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:\\.\\d+)?(?:Z|[+-](?:[01]\\d|2[0-3]):[0-5]\\d)'

/** Formats by name. */
export const FORMATS: Readonly<Record<string, Format>> = {
  date: { form: new RegExp(`^${DATE}$`, 'u'), samples: ['2026-11-16', '2026-01-02'] },
  time: { form: new RegExp(`^${TIME}$`, 'iu'), samples: ['08:00:00+08:00', '00:30:00Z'] },
  'date-time': {
    form: new RegExp(`^${DATE}[Tt]${TIME}$`, 'iu'),
    samples: ['2026-11-16T08:00:00+08:00', '2026-01-02T00:30:00Z'],
  },
  email: { form: /^[\w.+-]+@[\w-]+(?:\.[\w-]+)+$/u, samples: ['water@example.org', 'a@example.com'] },
  ipv4: {
    form: /^(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.(?!$)|$)){4}$/u,
    samples: ['192.0.2.1', '198.51.100.7'],
  },
  uuid: {
    form: /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/iu,
    samples: ['00000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-000000000002'],
  },
  uri: { form: /^[a-z][a-z\d+.-]*:[^\s]+$/iu, samples: ['https://example.org/a', 'urn:example:a'] },
}
