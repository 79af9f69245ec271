import type { RouteRecordRaw } from 'vue-router'
import { board } from '@/text/board.zh'

/** The board of the year. */
export const boardRoutes: RouteRecordRaw[] = [{ path: '/board', component: () => import('@/pages/BoardPage.vue'), meta: { title: board.title } }]
