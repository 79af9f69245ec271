import type { RouteRecordRaw } from 'vue-router'
import { inspections } from '@/text/inspections.zh'

/** Joint inspections of boundary lines. */
export const inspectionRoutes: RouteRecordRaw[] = [
  { path: '/inspections/:id(\\d{1,15})?', component: () => import('@/pages/InspectionsPage.vue'), meta: { title: inspections.title } },
]
