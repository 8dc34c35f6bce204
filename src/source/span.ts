/** A half-open range of UTF-16 offsets: `start` is inside, `end` is not. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** A place as people count: line and column both start at 1, columns are UTF-16 code units. */
export interface Position {
  readonly line: number
  readonly column: number
}
