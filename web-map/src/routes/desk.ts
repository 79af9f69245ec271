import type { RouteRecordRaw } from 'vue-router'

/** The naming desk: cases from draft to announcement, and what the public may say about them. */
export const deskRoutes: RouteRecordRaw[] = []
