import type { DisclosureCategory } from '../../diagnostic/index.ts'
import type { ReportLocale } from '../wording.ts'

export const coverageStatuses = ['present', 'some-paths', 'partial', 'missing', 'not due'] as const
export type CoverageStatus = (typeof coverageStatuses)[number]

/** How far a script gives one disclosure, with the words that show it. Lines and columns count from 1. */
export interface CoveredDisclosure {
  readonly category: DisclosureCategory
  readonly status: CoverageStatus
  readonly evidence: readonly { readonly line: number; readonly column: number; readonly text: string }[]
}

/** What a coverage report says about one script. */
export interface CoveredFile {
  /** As other programs need it. */
  readonly path: string
  /** As the user should see it. */
  readonly shownPath: string
  readonly disclosures: readonly CoveredDisclosure[]
}

/** Coverage as text; the same input gives the same bytes. */
export type CoverageReport = (files: readonly CoveredFile[], locale: ReportLocale) => string

export function statusOf(file: CoveredFile, category: DisclosureCategory): CoverageStatus | undefined {
  return file.disclosures.find(disclosure => disclosure.category === category)?.status
}
