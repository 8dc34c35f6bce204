/** Trouble in the setup, not in a script: a flag, a config, a pack, a file that is not there. Exit 2, a line each. */
export class SetupError extends Error {
  readonly lines: readonly string[]

  constructor(lines: string | readonly string[]) {
    const all = [lines].flat()
    super(all.join('\n'))
    this.name = 'SetupError'
    this.lines = all
  }
}

/** Anything thrown, in words for one line: "no such file" rather than ENOENT. */
export function reasonOf(error: unknown): string {
  const { code, message } = error as { code?: string; message?: string }
  const known: Readonly<Record<string, string>> = {
    ENOENT: 'there is no such file',
    EACCES: 'permission denied',
    EPERM: 'permission denied',
    EISDIR: 'it is a folder',
    ENOTDIR: 'a part of its path is no folder',
    ELOOP: 'its symbolic links run in a circle',
    ENAMETOOLONG: 'its name is too long',
    ENOSPC: 'the disk is full',
    EROFS: 'the disk is read-only'
  }
  return (code && known[code]) || message || String(error)
}
