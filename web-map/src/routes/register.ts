import type { RouteRecordRaw } from 'vue-router'
import { profilesText } from '@/text/profiles.zh'
import { protectionText } from '@/text/protection.zh'
import { registerText as text } from '@/text/register.zh'

/** The register of names, the protection list and the rule profiles. */
export const registerRoutes: RouteRecordRaw[] = [
  { path: '/register', component: () => import('../pages/RegisterPage.vue'), meta: { title: text.title } },
  { path: '/register/audit', component: () => import('../pages/AuditPage.vue'), meta: { title: text.audit.title } },
  { path: '/register/:id(\\d{1,15})', component: () => import('../pages/RecordPage.vue'), meta: { title: text.record.title } },
  { path: '/protection', component: () => import('../pages/ProtectionPage.vue'), meta: { title: protectionText.title } },
  { path: '/protection/:id(\\d{1,15})', component: () => import('../pages/ProtectedNamePage.vue'), meta: { title: protectionText.title } },
  { path: '/profiles/:name?', component: () => import('../pages/ProfilePage.vue'), meta: { title: profilesText.title } },
]
