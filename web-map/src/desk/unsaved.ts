import type { CaseDraft } from '@api'

/** What somebody has filled in and not yet saved, as it lies in the browser. */
export interface Unsaved {
  /** "new-…" before the first save, else "case-" and the number */
  key: string
  draft: CaseDraft
  /** what the server had when the filling began, and its version */
  base?: CaseDraft
  version?: number
  step: number
  /** milliseconds since 1970 */
  at: number
}

const PREFIX = 'diming.filing.'

/** Each account has its own, since colleagues share computers. */
export class UnsavedWork {
  constructor(private readonly accountId: number, private readonly storage: Storage = localStorage) {}

  /** A full or forbidden storage loses this safety net, not the work on the page. */
  keep(unsaved: Unsaved): boolean {
    try {
      this.storage.setItem(this.nameOf(unsaved.key), JSON.stringify(unsaved))
      return true
    } catch {
      return false
    }
  }

  find(key: string): Unsaved | undefined {
    return read(this.storage.getItem(this.nameOf(key)))
  }

  drop(key: string): void {
    this.storage.removeItem(this.nameOf(key))
  }

  /** Newest first. */
  list(): Unsaved[] {
    const names = Array.from({ length: this.storage.length }, (_, i) => this.storage.key(i) ?? '')
    return names.filter((name) => name.startsWith(this.nameOf('')))
      .flatMap((name) => read(this.storage.getItem(name)) ?? [])
      .toSorted((a, b) => b.at - a.at)
  }

  private nameOf(key: string): string {
    return `${PREFIX}${this.accountId}.${key}`
  }
}

function read(json: string | null): Unsaved | undefined {
  try {
    const found = json === null ? undefined : (JSON.parse(json) as Unsaved)
    return found?.draft && found.key ? found : undefined
  } catch {
    return undefined
  }
}
