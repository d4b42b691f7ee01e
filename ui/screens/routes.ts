// The places of the window. Without a register only the start is open.

import { createRouter, createWebHashHistory, type Router, type RouterHistory, type RouteRecordRaw } from 'vue-router'

import { refreshStatus, status } from './shell/state'

export const routes: RouteRecordRaw[] = [
  { path: '/', redirect: '/today' },
  { path: '/start', component: () => import('./start/StartScreen.vue') },
  { path: '/today', component: () => import('./today/TodayScreen.vue') },
  { path: '/enter', component: () => import('./enter/EnterScreen.vue') },
  { path: '/enter/:draft(\\d+)', component: () => import('./enter/EnterScreen.vue') },
  { path: '/orders', component: () => import('./orders/OrdersScreen.vue') },
  { path: '/orders/:id(\\d+)', component: () => import('./orders/OrderScreen.vue') },
  { path: '/people', component: () => import('./people/PeopleScreen.vue') },
  { path: '/people/:id(\\d+)', component: () => import('./people/PersonScreen.vue') },
  { path: '/posts', component: () => import('./posts/PostsScreen.vue') },
  { path: '/posts/unit/:id(\\d+)', component: () => import('./posts/UnitScreen.vue') },
  { path: '/posts/:id(\\d+)', component: () => import('./posts/PostScreen.vue') },
  { path: '/roster', component: () => import('./roster/RosterScreen.vue') },
  { path: '/roster/reconcile', component: () => import('./reconcile/ReconcileScreen.vue') },
  { path: '/check', component: () => import('./check/CheckScreen.vue') },
  { path: '/settings/journal', component: () => import('./journal/JournalScreen.vue') },
  { path: '/settings', component: () => import('./settings/SettingsScreen.vue') },
  { path: '/:nowhere(.*)*', component: () => import('./shell/NotHere.vue') },
]

export function makeRouter(history: RouterHistory = createWebHashHistory()): Router {
  const router = createRouter({ history, routes })
  router.beforeEach(async (to) => {
    if (status.value === null) await refreshStatus()
    if (to.path !== '/start' && !status.value?.register) return '/start'
    return true
  })
  return router
}
