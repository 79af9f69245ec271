import '@/field/field.css'
import './shop.css'
import { createApp } from 'vue'
import ShopApp from './ShopApp.vue'

createApp(ShopApp).mount('#app')
