import type { Report } from './report.ts'

const loaders = {
  stylish: async (): Promise<Report> => (await import('./stylish.ts')).stylish,
  json: async (): Promise<Report> => (await import('./json.ts')).json
} as const

export type ReportName = keyof typeof loaders

/** The formats that `--format` takes; the first one is the default. */
export const reportNames = Object.keys(loaders) as ReportName[]

/** Loads a report; the others stay unloaded. */
export function loadReport(name: ReportName): Promise<Report> {
  return loaders[name]()
}
