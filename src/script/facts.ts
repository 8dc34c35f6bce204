/**
 * What is known about a script beyond its words: who calls, whom, how, and under which law. Front
 * matter and config share these names and values. `jurisdiction` and `language` take any value of
 * their form (`us`, `us-ca`, `cn`; `en`, `zh-Hans`), the others only those listed.
 */
export const factValues = {
  jurisdiction: 'any',
  collector: ['third-party', 'debt-buyer', 'original-creditor'],
  contact: ['first', 'later'],
  channel: ['call', 'voicemail', 'sms', 'ai-voice', 'prerecorded'],
  party: ['debtor', 'third-party'],
  product: 'any',
  language: 'any'
} as const satisfies Record<string, 'any' | readonly string[]>

export type FactName = keyof typeof factValues

/** Each fact has one or more values; one that nobody stated is absent. */
export type Facts = { readonly [name in FactName]?: readonly string[] }

export const factNames: readonly FactName[] = Object.keys(factValues) as FactName[]
