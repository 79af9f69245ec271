import type { RouteRecordRaw } from 'vue-router'
import { boundaries } from '@/text/boundaries.zh'

/** Boundary lines and markers, and the coverage of divisions. */
export const boundaryRoutes: RouteRecordRaw[] = [
  { path: '/boundaries/:id(\\d{1,15})?', component: () => import('@/pages/BoundariesPage.vue'), meta: { title: boundaries.title } },
]
