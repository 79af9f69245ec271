import { createRouter, createWebHistory } from 'vue-router'
import MapPage from './pages/MapPage.vue'
import { boardRoutes } from './routes/board'
import { collectionRoutes } from './routes/collection'
import { boundaryRoutes } from './routes/boundaries'
import { deskRoutes } from './routes/desk'
import { doorRoutes } from './routes/doors'
import { inspectionRoutes } from './routes/inspections'
import { registerRoutes } from './routes/register'
import { sheetRoutes } from './routes/sheets'
import { villageRoutes } from './routes/villages'
import { shopRoutes } from './routes/shops'
import { apiText } from './text/api.zh'
import { text } from './text.zh'

export const router = createRouter({
  history: createWebHistory(),
  routes: [
    { path: '/', component: MapPage, meta: { title: '' } },
    { path: '/login', component: () => import('./pages/LoginPage.vue'), meta: { title: text.login.title } },
    { path: '/accounts', component: () => import('./pages/AccountsPage.vue'), meta: { title: text.accounts.title } },
    { path: '/api', component: () => import('./pages/ApiPage.vue'), meta: { title: apiText.title } },
    { path: '/about', component: () => import('./pages/AboutPage.vue'), meta: { title: text.about.title } },
    ...deskRoutes,
    ...registerRoutes,
    ...doorRoutes,
    ...boardRoutes,
    ...collectionRoutes,
    ...boundaryRoutes,
    ...inspectionRoutes,
    ...sheetRoutes,
    ...villageRoutes,
    ...shopRoutes,
    { path: '/:rest(.*)*', component: () => import('./pages/MissingPage.vue'), meta: { title: text.app.notFound } },
  ],
  scrollBehavior: () => ({ top: 0 }),
})
