import type { RouteRecordRaw } from 'vue-router'

/** The register of names, the protection list and the rule profiles. */
export const registerRoutes: RouteRecordRaw[] = []
