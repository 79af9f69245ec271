import '@/field/field.css'
import './inspect.css'
import { createApp } from 'vue'
import InspectApp from './InspectApp.vue'
import { keepInTouch } from './phone'

createApp(InspectApp).mount('#app')
keepInTouch()
if ('serviceWorker' in navigator && import.meta.env.PROD) {
  window.addEventListener('load', () => void navigator.serviceWorker.register('/inspect-worker.js', { scope: '/inspect/' }))
}
