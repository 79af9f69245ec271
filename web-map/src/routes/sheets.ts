import type { RouteRecordRaw } from 'vue-router'
import { sheets } from '@/text/sheets.zh'

/** Printed sheets. */
export const sheetRoutes: RouteRecordRaw[] = [{ path: '/sheets', component: () => import('@/pages/SheetsPage.vue'), meta: { title: sheets.title } }]
