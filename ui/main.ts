// The window's start.
import './kit/look/index.css'

import { createApp } from 'vue'

import App from './App.vue'
import { makeRouter } from './screens/routes'

createApp(App).use(makeRouter()).mount('#app')
