import type { RouteRecordRaw } from 'vue-router'
import { doors } from '@/text/doors.zh'

/** Door plates and signs: numbering, the life of each, and the page a plate's QR code leads to. */
export const doorRoutes: RouteRecordRaw[] = [
  { path: '/desk/numbering', component: () => import('@/pages/NumberingPage.vue'), meta: { title: doors.numbering.title } },
  { path: '/desk/plates/:id(\\d{1,15})?', component: () => import('@/pages/PlatesPage.vue'), meta: { title: doors.plates.title } },
  { path: '/desk/signs', component: () => import('@/pages/SignsPage.vue'), meta: { title: doors.signs.title } },
  { path: '/a/:id(\\d{1,15})', component: () => import('@/pages/AddressPage.vue'), meta: { title: doors.address.title } },
]
