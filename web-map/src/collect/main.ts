import '@/field/field.css'
import { createApp } from 'vue'
import CollectApp from './CollectApp.vue'
import { keepInTouch } from './phone'

createApp(CollectApp).mount('#app')
keepInTouch()
if ('serviceWorker' in navigator && import.meta.env.PROD) {
  window.addEventListener('load', () => void navigator.serviceWorker.register('/collect-worker.js', { scope: '/collect/' }))
}
