/** Who can be on the line. `debtor` is one by name only, `verified` one who has shown it. */
export const listeners = ['verified', 'debtor', 'third-person', 'machine', 'nobody'] as const
export type Listener = (typeof listeners)[number]
