import type { RouteRecordRaw } from 'vue-router'
import { village } from '@/text/village.zh'

/** Where officers write what villages offer and tell; the public page of a village is no page of this application. */
export const villageRoutes: RouteRecordRaw[] = [
  { path: '/local/:id(\\d{1,15}|new)?', component: () => import('@/pages/LocalPage.vue'), meta: { title: village.title } },
]
