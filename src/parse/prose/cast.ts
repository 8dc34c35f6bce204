/** Who is who in one script: its labels, and the names that it gives to the agent. */
export interface Cast {
  readonly agents: ReadonlySet<string>
  readonly customers: ReadonlySet<string>
}
