import {
  AccountsApi, AuditApi, BoardApi, BoundariesApi, CasesApi, CollectionApi, Configuration, DivisionsApi, DoorsApi, FetchError, InspectionsApi, MapConfigApi, MediaApi, NameRegisterApi, NamingApi, PapersApi,
  PatrolsApi, PlacesApi, ProtectionListApi, RegisterApi, ResponseError, RomanisationApi, SearchApi, SessionApi, SheetsApi, ShopDeskApi, SignsApi, StatusApi, VillagesApi,
  type Problem,
} from '@api'
import { text } from './text.zh'

/** The value a changing request has to carry; known once the session has been asked for. */
const csrf = { header: '', token: '' }

export function useCsrf(header: string, token: string): void {
  csrf.header = header
  csrf.token = token
}

const configuration = new Configuration({
  basePath: '',
  credentials: 'same-origin',
  middleware: [{
    pre: async ({ url, init }) => {
      if (csrf.header && init.method !== 'GET') init.headers = { ...init.headers, [csrf.header]: csrf.token }
      return { url, init }
    },
  }],
})

export const api = {
  search: new SearchApi(configuration),
  places: new PlacesApi(configuration),
  divisions: new DivisionsApi(configuration),
  session: new SessionApi(configuration),
  accounts: new AccountsApi(configuration),
  status: new StatusApi(configuration),
  mapConfig: new MapConfigApi(configuration),
  naming: new NamingApi(configuration),
  nameRegister: new NameRegisterApi(configuration),
  register: new RegisterApi(configuration),
  protection: new ProtectionListApi(configuration),
  audit: new AuditApi(configuration),
  media: new MediaApi(configuration),
  romanisation: new RomanisationApi(configuration),
  cases: new CasesApi(configuration),
  papers: new PapersApi(configuration),
  doors: new DoorsApi(configuration),
  signs: new SignsApi(configuration),
  board: new BoardApi(configuration),
  collection: new CollectionApi(configuration),
  boundaries: new BoundariesApi(configuration),
  patrols: new PatrolsApi(configuration),
  inspections: new InspectionsApi(configuration),
  sheets: new SheetsApi(configuration),
  villages: new VillagesApi(configuration),
  shopDesk: new ShopDeskApi(configuration),
}

/** What went wrong, in words for people. */
export class Failure extends Error {
  constructor(message: string, readonly status: number, readonly problem?: Problem) {
    super(message)
  }

  /** Messages by field name, for forms. */
  get fields(): Record<string, string> {
    return Object.fromEntries((this.problem?.fields ?? []).map(({ field, message }) => [field, message]))
  }
}

export function isAbort(error: unknown): boolean {
  const cause = error instanceof FetchError ? error.cause : error
  return cause instanceof DOMException && cause.name === 'AbortError'
}

/** Reads the problem document of a refused request; anything else becomes a plain sentence. */
export async function failureOf(error: unknown): Promise<Failure> {
  if (error instanceof Failure) return error
  if (error instanceof ResponseError) {
    const problem = (await error.response.clone().json().catch(() => undefined)) as Problem | undefined
    return new Failure(describe(problem), error.response.status, problem)
  }
  return new Failure(error instanceof FetchError ? text.errors.offline : text.errors.unexpected, 0)
}

export function describe(problem: Problem | undefined): string {
  if (!problem?.title) return text.errors.unexpected
  const parts = [problem.detail ?? problem.title, ...(problem.findings ?? []).map(({ message, basis }) => (basis ? `${message}（${basis}）` : message))]
  if (problem.status >= 500 && problem.instance) parts.push(text.errors.incident(problem.instance.split(':').at(-1)!))
  return [...new Set(parts)].join(' ')
}
