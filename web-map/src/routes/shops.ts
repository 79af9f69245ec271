import type { RouteRecordRaw } from 'vue-router'
import { shops } from '@/text/shops.zh'

/** Shops of the villages: the desk that verifies them. The merchant's and the public page are a page of their own. */
export const shopRoutes: RouteRecordRaw[] = [{ path: '/shops/:id(\\d{1,15})?', component: () => import('@/pages/ShopsPage.vue'), meta: { title: shops.title } }]
