import type { Credentials, Role, SessionInfo } from '@api'
import { computed, ref, shallowRef } from 'vue'
import { api, failureOf, useCsrf } from './client'

const info = shallowRef<SessionInfo>()
const known = ref(false)

const STAFF = new Set<Role>(['COLLECTOR', 'NAMING_OFFICER', 'REVIEWER', 'BOUNDARY_INSPECTOR', 'ADMINISTRATOR'])

function accept(session: SessionInfo): SessionInfo {
  useCsrf(session.csrfHeader, session.csrfToken)
  return (info.value = session)
}

/** Who is logged in, shared by all pages. */
export const session = {
  /** false until the server has been asked once */
  known,
  account: computed(() => (info.value?.authenticated ? info.value.account : undefined)),
  mustChangePassword: computed(() => info.value?.mustChangePassword === true),
  oidcLoginUrl: computed(() => info.value?.oidcLoginUrl),
  /** one of those who work here, as against merchants and the public */
  isStaff: computed(() => STAFF.has(info.value?.account?.role ?? 'PUBLIC')),
  isAdministrator: computed(() => info.value?.account?.role === 'ADMINISTRATOR'),

  /** Asks the server; without one, everybody is a visitor. */
  async load(): Promise<void> {
    try {
      accept(await api.session.getSession())
    } catch {
      info.value = undefined
    } finally {
      known.value = true
    }
  },

  async logIn(credentials: Credentials): Promise<void> {
    if (!info.value) await this.load()
    try {
      accept(await api.session.logIn({ credentials }))
    } catch (error) {
      const failure = await failureOf(error)
      if (failure.status === 403) await this.load() // the CSRF value had expired with its session
      throw failure
    }
  },

  async logOut(): Promise<void> {
    await api.session.logOut()
    await this.load()
  },

  async changePassword(currentPassword: string, newPassword: string): Promise<void> {
    await api.session.changePassword({ passwordChange: { currentPassword, newPassword } })
    await this.load()
  },
}
