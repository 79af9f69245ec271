import type { RouteLocationNormalized, RouteRecordRaw } from 'vue-router'
import { desk } from '@/text/desk.zh'

const withId = ({ params }: RouteLocationNormalized) => ({ id: Number(params.id) })

/** The naming desk: cases from draft to announcement, and what the public may say about them. */
export const deskRoutes: RouteRecordRaw[] = [
  { path: '/desk/new', component: () => import('@/pages/FilingPage.vue'), meta: { title: desk.filing.title } },
  { path: '/desk/cases/:id(\\d+)/edit', component: () => import('@/pages/FilingPage.vue'), props: withId, meta: { title: desk.filing.edit } },
]
