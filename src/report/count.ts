import type { ReportedFile } from './report.ts'
import type { Counts } from './wording.ts'

/** Counts by severity; what is excused counts apart, and an info never counts as anything else. */
export function countFiles(files: readonly ReportedFile[]): Counts {
  const counts = { errors: 0, warnings: 0, infos: 0, excused: 0 }
  for (const { diagnostics, suppressed } of files) {
    for (const { severity } of diagnostics) counts[`${severity}s`]++
    counts.excused += suppressed.length
  }
  return counts
}
