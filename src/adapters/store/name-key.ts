// Staff names as they are compared: without case, and with one spelling for what looks the same.

export function nameKey(name: string): string {
  return name.normalize('NFKC').toLowerCase()
}
