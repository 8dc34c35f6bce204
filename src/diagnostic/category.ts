/** The closed list of what a diagnostic can be about; part of the public interface. */
export const tacticCategories = [
  'threat-violence',
  'threat-arrest',
  'threat-legal',
  'threat-life',
  'third-party-pressure',
  'third-party-disclosure',
  'public-shaming',
  'privacy-misuse',
  'impersonation',
  'deception',
  'abusive-language',
  'harassment-frequency',
  'unfair-payment',
  'discouraging-rights',
  'time-barred',
  'vulnerable'
] as const

export const disclosureCategories = [
  'identify-caller',
  'verify-identity',
  'collector-notice',
  'recording-notice',
  'debt-details',
  'dispute-right',
  'complaint-channel',
  'official-payment-channel',
  'stop-contact-right',
  'hardship-option',
  'confirm-agreement',
  'ai-disclosure'
] as const

export const structureCategories = ['flow', 'format'] as const

export type TacticCategory = (typeof tacticCategories)[number]
export type DisclosureCategory = (typeof disclosureCategories)[number]
export type StructureCategory = (typeof structureCategories)[number]
export type Category = TacticCategory | DisclosureCategory | StructureCategory

export const categories: readonly Category[] = [...tacticCategories, ...disclosureCategories, ...structureCategories]
