import { harmlessJson } from '../plain-line.ts'
import type { CoverageReport } from './covered-file.ts'

/** For other programs: all that is known, in names that do not change with the language. */
export const coverageJson: CoverageReport = files =>
  harmlessJson(files.map(({ path, disclosures }) => ({ filePath: path, disclosures })))
