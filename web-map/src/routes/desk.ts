import type { RouteLocationNormalized, RouteRecordRaw } from 'vue-router'
import { desk } from '@/text/desk.zh'

const withId = ({ params }: RouteLocationNormalized) => ({ id: Number(params.id) })

/** The naming desk: cases from draft to announcement, and what the public may say about them. */
export const deskRoutes: RouteRecordRaw[] = [
  { path: '/desk', component: () => import('@/pages/DeskPage.vue'), meta: { title: desk.title } },
  { path: '/desk/deadlines', component: () => import('@/pages/DeadlinesPage.vue'), meta: { title: desk.deadlines.title } },
  { path: '/public/comments', component: () => import('@/pages/PublicCommentsPage.vue'), meta: { title: desk.publicPage.title } },
  { path: '/public/comments/:id(\\d+)', component: () => import('@/pages/PublicCommentsPage.vue'), props: withId, meta: { title: desk.publicPage.title } },
  { path: '/desk/cases', component: () => import('@/pages/CasesPage.vue'), meta: { title: desk.board.title } },
  { path: '/desk/cases/:id(\\d+)', component: () => import('@/pages/CasePage.vue'), props: withId, meta: { title: desk.board.title } },
  { path: '/desk/new', component: () => import('@/pages/FilingPage.vue'), meta: { title: desk.filing.title } },
  { path: '/desk/cases/:id(\\d+)/edit', component: () => import('@/pages/FilingPage.vue'), props: withId, meta: { title: desk.filing.edit } },
]
