export { formatOf, parseScript } from './parse.ts'
export type { ParseResult } from './result.ts'
