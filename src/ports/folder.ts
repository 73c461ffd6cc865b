// A folder of the merchant's files.

export interface FileStat {
  /** Relative to the folder, with `/`. */
  path: string
  /** Bytes. */
  size: number
  /** Epoch ms of the last change, as the file system tells it. */
  changed: number
}

export interface Folder {
  /**
   * Every file a merchant means: no hidden ones, no editors' temporary ones, nothing behind a link that leaves the
   * folder. Undefined when the folder is not there.
   */
  list(): Promise<FileStat[] | undefined>
  /** The bytes of a file and their SHA-256 (hex). Rejects when it is gone or may not be read. */
  read(path: string): Promise<{ bytes: Uint8Array; hash: string }>
  /** Hints that something may have changed; lossy, so whoever listens also looks now and then. Returns the way to stop. */
  watch(listener: () => void): () => void
}
