import type { CoverageReport } from './covered-file.ts'

const loaders = {
  table: async (): Promise<CoverageReport> => (await import('./table.ts')).coverageTable,
  json: async (): Promise<CoverageReport> => (await import('./json.ts')).coverageJson,
  csv: async (): Promise<CoverageReport> => (await import('./csv.ts')).coverageCsv,
  html: async (): Promise<CoverageReport> => (await import('./html.ts')).coverageHtml
} as const

export type CoverageReportName = keyof typeof loaders

/** Loads a report; the others stay unloaded. */
export function loadCoverageReport(name: CoverageReportName): Promise<CoverageReport> {
  return loaders[name]()
}
