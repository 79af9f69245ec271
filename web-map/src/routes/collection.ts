import type { RouteRecordRaw } from 'vue-router'
import { collection } from '@/text/collection.zh'

/** What comes in from outside: the desk, campaigns, and who reports. The phone page is a page of its own. */
export const collectionRoutes: RouteRecordRaw[] = [
  { path: '/collection/:id(\\d{1,15})?', component: () => import('@/pages/CollectionPage.vue'), meta: { title: collection.title } },
  { path: '/collection/campaigns/:campaign(\\d{1,15})?', component: () => import('@/pages/CampaignsPage.vue'), meta: { title: collection.views.campaigns } },
  { path: '/collection/collectors', component: () => import('@/pages/CollectorsPage.vue'), meta: { title: collection.views.collectors } },
]
